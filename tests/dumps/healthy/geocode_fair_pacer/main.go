package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"adressen.app/geocode/geo"
	"adressen.app/geocode/internal/ops"
	"adressen.app/geocode/pacer"
)

func main() {
	c := geo.NewClient(pacer.New(60 * time.Millisecond))
	mux := http.NewServeMux()
	mux.HandleFunc("/locate", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 4*time.Second)
		defer cancel()
		at, err := c.Locate(ctx, r.URL.Query().Get("a"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusTooManyRequests)
			return
		}
		fmt.Fprintln(w, at)
	})
	ops.Start(mux)
	ops.Wait()
}
