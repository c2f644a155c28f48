package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"path"
	"time"

	"github.com/alicebob/miniredis/v2"

	"kitchen.example/orders/internal/ops"
	"kitchen.example/orders/queue"
)

func servePeer() {
	m := miniredis.NewMiniRedis()
	if err := m.Start(); err != nil {
		log.Fatal(err)
	}

	os.Stdout.WriteString(m.Addr() + "\n")
	select {}
}

var stations = []string{"grill", "fish", "soup", "cold", "sweet", "bar"}

func main() {
	if os.Getenv("ROLE") == "peer" {
		servePeer()
	}
	q := queue.New(startPeer())
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	for _, s := range stations {
		go q.Station(ctx, s, func(order string) { time.Sleep(50 * time.Millisecond) })
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/order/", func(w http.ResponseWriter, r *http.Request) {
		order := path.Base(r.URL.Path)
		if err := q.Push(r.Context(), stations[len(order)%len(stations)], order); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
