package main

import (
	"net/http"
	"os"

	"orders/events"
	"orders/internal/ops"

	"github.com/redis/go-redis/v9"
)

func main() {
	rdb := redis.NewClient(&redis.Options{Addr: os.Getenv("UPSTREAM_REDIS"), PoolSize: 20})
	defer rdb.Close()
	mux := http.NewServeMux()
	mux.Handle("GET /orders/{id}/events", events.Stream(events.RedisSource{Client: rdb}))
	mux.HandleFunc("POST /orders/{id}", func(w http.ResponseWriter, r *http.Request) {
		rdb.Publish(r.Context(), "order:"+r.PathValue("id"), "packed")
	})
	ops.Start(mux)
	ops.Wait()
}
