package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"skywatch.ie/archive/internal/ops"
	"skywatch.ie/archive/sweep"
)

func main() {
	client := sweep.NewClient(ops.Upstream(false))
	mux := http.NewServeMux()
	mux.HandleFunc("/archive", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 30*time.Second)
		defer cancel()
		n, err := client.Copy(ctx, w, r.URL.Query().Get("site"))
		if err != nil {
			log.Printf("archive: %d bytes, then %v", n, err)
		}
	})
	mux.HandleFunc("/latest", func(w http.ResponseWriter, r *http.Request) {
		client.Latest(r.Context(), w, r.URL.Query().Get("site"))
	})
	ops.Start(mux)
	ops.Wait()
}
