package main

import (
	"encoding/json"
	"net/http"
	"time"

	"kadaster.pt/deeds/internal/ops"
	"kadaster.pt/deeds/store"
)

type registry struct {
	store *store.Store
	audit chan string
}

func (g *registry) history(w http.ResponseWriter, r *http.Request) {
	parcel := r.URL.Query().Get("parcel")
	select {
	case g.audit <- parcel:
	default:
	}
	all, err := g.store.History(r.Context(), "origin", parcel)
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	json.NewEncoder(w).Encode(all)
}

func (g *registry) auditor(flush time.Duration) {
	t := time.NewTicker(flush)
	var seen []string
	for {
		select {
		case p := <-g.audit:
			seen = append(seen, p)
		case <-t.C:
			seen = seen[:0]
		}
	}
}

func main() {
	g := &registry{store: store.Open(), audit: make(chan string, 32)}
	g.store.Put("origin", "1834")
	g.store.Put("lisboa-7", "1921")
	go g.auditor(time.Second)
	mux := http.NewServeMux()
	mux.HandleFunc("/history", g.history)
	ops.Start(mux)
	ops.Wait()
}
