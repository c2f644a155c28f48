package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"

	"hookdeck.example/relay/internal/deliver"
	"hookdeck.example/relay/internal/ops"
)

func main() {
	q := deliver.NewQueue(256)
	d := deliver.New(os.Getenv("UPSTREAM"))
	for i := 0; i < 6; i++ {
		go d.Run(context.Background(), q)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/events", func(w http.ResponseWriter, r *http.Request) {
		select {
		case q.C <- deliver.Event{ID: r.URL.Query().Get("id"), At: time.Now()}:
			w.WriteHeader(http.StatusAccepted)
		default:
			log.Print("queue is full")
			w.WriteHeader(http.StatusTooManyRequests)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
