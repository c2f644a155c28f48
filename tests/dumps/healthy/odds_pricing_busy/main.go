// Command pricing offers odds.
package main

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"bets.example/pricing/engine"
	"bets.example/pricing/internal/ops"
)

func main() {
	e := engine.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/odds", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 4*time.Second)
		defer cancel()
		o, err := e.Price(ctx, engine.Match{ID: r.URL.Query().Get("match"), Home: 1.6, Away: 1.1}, 400_000)
		if err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		json.NewEncoder(w).Encode(o)
	})
	ops.Start(mux)
	ops.Wait()
}
