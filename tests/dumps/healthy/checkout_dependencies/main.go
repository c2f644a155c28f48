package main

import (
	"net/http"
	"os"

	"tillpoint/checkout/deps"
	"tillpoint/checkout/internal/ops"
)

func main() {
	stock := deps.NewStock(os.Getenv("UPSTREAM"), 8)
	carts := deps.NewCarts(os.Getenv("UPSTREAM_REDIS"), 6)
	mux := http.NewServeMux()
	mux.HandleFunc("/cart", func(w http.ResponseWriter, r *http.Request) {
		if err := carts.Touch(r.Context(), r.URL.Query().Get("id")); err != nil {
			http.Error(w, err.Error(), 503)
		}
	})
	mux.HandleFunc("/reserve", func(w http.ResponseWriter, r *http.Request) {
		if err := stock.Reserve(r.Context(), r.URL.Query().Get("sku")); err != nil {
			http.Error(w, err.Error(), 503)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
