package main

import (
	"log"
	"net/http"
	"os"
	"sync"

	"granary.example/bridge/internal/ops"
	"granary.example/bridge/scale"
)

type yard struct {
	gateway scale.Gateway
	mu      sync.Mutex
	weights map[string]int
}

func (y *yard) arrive(w http.ResponseWriter, r *http.Request) {
	lane := r.URL.Query().Get("lane")
	go func() {
		kg, err := y.gateway.Weigh(lane)
		if err != nil {
			log.Printf("lane %s: %v", lane, err)
			return
		}
		y.mu.Lock()
		y.weights[lane] = kg
		y.mu.Unlock()
	}()
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	y := &yard{gateway: scale.Gateway{Addr: os.Getenv("UPSTREAM_SILENT"), Retry: 2}, weights: map[string]int{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/arrive", y.arrive)
	ops.Start(mux)
	ops.Wait()
}
