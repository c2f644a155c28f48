package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"toepferei.example/kilns/internal/ops"
	"toepferei.example/kilns/probe"
)

type board struct {
	mu  sync.RWMutex
	now map[string]float64
}

func (b *board) collect(in <-chan probe.Reading) {
	for r := range in {
		b.mu.Lock()
		b.now[r.Kiln] = r.Celsius
		b.mu.Unlock()
	}
}

func (b *board) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	json.NewEncoder(w).Encode(b.now)
}

func main() {
	readings := make(chan probe.Reading, 32)
	b := &board{now: map[string]float64{}}
	go b.collect(readings)
	url := strings.Replace(ops.Upstream(false), "http", "ws", 1) + "/ws"
	for i := 0; i < ops.Count(4); i++ {
		feed := probe.NewFeed(url, fmt.Sprintf("kiln-%d", i), 20*time.Second, readings)
		go feed.Run(context.Background())
	}
	mux := http.NewServeMux()
	mux.Handle("/kilns", b)
	ops.Start(mux)
	ops.Wait()
}
