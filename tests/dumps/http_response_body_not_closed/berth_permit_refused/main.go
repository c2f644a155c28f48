package main

import (
	"encoding/json"
	"log"
	"net/http"
	"strings"

	"harbour.nl/berths/internal/ops"
	"harbour.nl/berths/portauth"
)

func main() {
	authority, err := portauth.New(ops.Upstream(false))
	if err != nil {
		log.Fatal(err)
	}
	plan := newPlanner(authority)
	mux := http.NewServeMux()
	mux.HandleFunc("/berths/", func(w http.ResponseWriter, r *http.Request) {
		parts := strings.Split(r.URL.Path, "/")
		if len(parts) < 4 {
			http.NotFound(w, r)
			return
		}
		if parts[3] == "permit" {
			plan.queue <- parts[2]
			w.WriteHeader(http.StatusAccepted)
			return
		}
		d, err := authority.Depth(r.Context(), parts[2])
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		json.NewEncoder(w).Encode(d)
	})
	ops.Start(mux)
	ops.Wait()
}
