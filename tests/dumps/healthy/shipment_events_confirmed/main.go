package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"

	"shipments/internal/ops"
	"shipments/outbox"
)

func main() {
	box, err := outbox.Open(os.Getenv("UPSTREAM_AMQP"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /shipments/{id}/events", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 10*time.Second)
		defer cancel()
		if err := box.Publish(ctx, r.PathValue("id"), []byte(`{"state":"loaded"}`)); err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
