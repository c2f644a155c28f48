// Package results serves draws to the terminals of shops, which keep their connections.
package results

import (
	"encoding/json"
	"net/http"
	"sync"
	"time"
)

type Board struct {
	mu    sync.Mutex
	cond  *sync.Cond
	draws []time.Time
}

func NewBoard() *Board {
	b := &Board{}
	b.cond = sync.NewCond(&b.mu)
	go b.draw()
	go b.announce()
	return b
}

func (b *Board) draw() {
	for at := range time.NewTicker(20 * time.Second).C {
		b.mu.Lock()
		b.draws = append(b.draws, at)
		b.cond.Broadcast()
		b.mu.Unlock()
	}
}

// announce waits for the next draw and says it once.
func (b *Board) announce() {
	said := 0
	for {
		b.mu.Lock()
		for len(b.draws) == said {
			b.cond.Wait()
		}
		said = len(b.draws)
		b.mu.Unlock()
	}
}

func (b *Board) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.mu.Lock()
	defer b.mu.Unlock()
	json.NewEncoder(w).Encode(b.draws)
}

// Serve gives terminals two minutes between their questions.
func Serve(addr string, h http.Handler) error {
	srv := &http.Server{Addr: addr, Handler: h, ReadHeaderTimeout: 5 * time.Second, IdleTimeout: 2 * time.Minute}
	return srv.ListenAndServe()
}
