package main

import (
	"net/http"
	"sync"

	"ingestd/internal/ops"
)

// gate is open or shut; those who pass wait while it is shut.
type gate struct {
	mu   sync.Mutex
	open chan struct{}
}

func newGate() *gate {
	g := &gate{open: make(chan struct{})}
	close(g.open)
	return g
}

func (g *gate) pass() {
	g.mu.Lock()
	ch := g.open
	g.mu.Unlock()
	<-ch
}

func (g *gate) shut() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.open = make(chan struct{})
}

type partition struct {
	id     int
	gate   *gate
	offset int64
	fetch  chan []byte
}

func (p *partition) consume() {
	for {
		p.gate.pass()
		_, ok := <-p.fetch
		if !ok {
			return
		}
		p.offset++
	}
}

func main() {
	g := newGate()
	parts := make([]*partition, ops.Count(24))
	for i := range parts {
		parts[i] = &partition{id: i, gate: g, fetch: make(chan []byte, 4)}
		go parts[i].consume()
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/pause", func(w http.ResponseWriter, r *http.Request) {
		g.shut()
		for _, p := range parts {
			p.fetch <- nil
		}
	})
	ops.Start(mux)
	ops.Wait()
}
