package main

import (
	"encoding/json"
	"net/http"

	"portcall.sg/berths/internal/ops"
	"portcall.sg/berths/watch"
)

func main() {
	hub := watch.NewHub()
	mux := http.NewServeMux()
	mux.HandleFunc("/watch", func(w http.ResponseWriter, r *http.Request) {
		s := hub.Open(r.URL.Query().Get("berth"))
		json.NewEncoder(w).Encode(map[string]any{"session": s.ID, "state": s.State()})
	})
	mux.HandleFunc("/sessions", func(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode(hub.Len()) })
	ops.Start(mux)
	ops.Wait()
}
