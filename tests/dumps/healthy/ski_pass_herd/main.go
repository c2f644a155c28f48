package main

import (
	"encoding/json"
	"net/http"
	"time"

	"bergbahn.ch/passes/internal/ops"
	"bergbahn.ch/passes/pass"
)

func main() {
	c := pass.NewChecker(450 * time.Millisecond)
	mux := http.NewServeMux()
	mux.HandleFunc("/lifts/", func(w http.ResponseWriter, r *http.Request) {
		lifts, err := c.Lifts(r.Context(), r.URL.Path[len("/lifts/"):])
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		json.NewEncoder(w).Encode(lifts)
	})
	ops.Start(mux)
	ops.Wait()
}
