// Command forecast serves tide tables.
package main

import (
	"encoding/json"
	"net/http"

	"example.org/tides/forecast/forecast"
	"example.org/tides/forecast/internal/ops"
)

func main() {
	store := forecast.NewStore(forecast.NewOrigin(2))
	mux := http.NewServeMux()
	mux.HandleFunc("/tide", func(w http.ResponseWriter, r *http.Request) {
		c, err := store.Curve(r.Context(), r.URL.Query().Get("harbour"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		json.NewEncoder(w).Encode(c)
	})
	ops.Start(mux)
	ops.Wait()
}
