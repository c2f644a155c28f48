package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"warehouse/fulfilment/bus"
	"warehouse/fulfilment/internal/ops"
	"warehouse/fulfilment/jobs"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	b, err := bus.Connect(os.Getenv("UPSTREAM_NATS"))
	if err != nil {
		log.Fatal(err)
	}
	for _, topic := range []string{"orders", "returns", "stock", "carriers", "labels", "refunds", "alerts", "prices"} {
		b.Handle(topic, func(m []byte) { log.Printf("%s: %d bytes", topic, len(m)) })
	}
	pool := jobs.New(os.Getenv("UPSTREAM_REDIS"), ops.Count(8))
	pool.Start(ctx)
	mux := http.NewServeMux()
	mux.HandleFunc("/publish", func(w http.ResponseWriter, r *http.Request) { b.Publish("orders", []byte(r.URL.RawQuery)) })
	ops.Start(mux)
	ops.Wait()
}
