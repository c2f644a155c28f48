package main

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"harbour.nl/quotes/internal/ops"
	"harbour.nl/quotes/station"
)

func main() {
	desk := station.NewDesk("maas", "scheldt", "elbe", "weser")
	mux := http.NewServeMux()
	mux.HandleFunc("/quotes", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
		defer cancel()
		json.NewEncoder(w).Encode(desk.Collect(ctx, r.URL.Query().Get("vessel")))
	})
	ops.Start(mux)
	ops.Wait()
}
