package main

import (
	"context"
	"io"
	"log"
	"net/http"
	"time"

	"hydrolog.is/collect/internal/ops"
	"hydrolog.is/collect/ship"
)

type collector struct {
	batches chan string
	client  *ship.Client
}

func (c *collector) take(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	select {
	case c.batches <- r.URL.Query().Get("gauge") + string(body):
		w.WriteHeader(http.StatusAccepted)
	default:
		w.WriteHeader(http.StatusTooManyRequests)
	}
}

func (c *collector) sender(ctx context.Context) {
	for b := range c.batches {
		if err := c.client.Send(ctx, b); err != nil {
			log.Printf("batch kept: %v", err)
		}
	}
}

func main() {
	ctx := context.Background()
	c := &collector{batches: make(chan string, 64), client: ship.NewClient("http://127.0.0.1:9/", "http://127.0.0.1:19/")}
	for i := 0; i < 4; i++ {
		go c.sender(ctx)
	}
	go c.client.Dumper().Run(ctx, time.Millisecond)
	mux := http.NewServeMux()
	mux.HandleFunc("/readings", c.take)
	ops.Start(mux)
	ops.Wait()
}
