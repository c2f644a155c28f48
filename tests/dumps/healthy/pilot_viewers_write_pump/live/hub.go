// Package live sends positions to all who watch.
package live

import (
	"fmt"
	"net/http"
	"sync"
	"time"
)

type Hub struct {
	mu      sync.Mutex
	viewers map[*viewer]bool
	moved   int
}

func NewHub() *Hub { return &Hub{viewers: make(map[*viewer]bool)} }

func (h *Hub) join(v *viewer) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.viewers[v] = true
}

func (h *Hub) leave(v *viewer) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.viewers[v] {
		delete(h.viewers, v)
		close(v.send)
	}
}

// Run sends the positions now and then.
func (h *Hub) Run(every time.Duration) {
	for now := range time.Tick(every) {
		h.broadcast([]byte(fmt.Sprintf(`{"ship": "Gorch", "at": %d}`, now.Unix())))
	}
}

func (h *Hub) broadcast(message []byte) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.moved++
	for v := range h.viewers {
		select {
		case v.send <- message:
		default: // a slow browser misses one
		}
	}
}

func (h *Hub) Viewers(w http.ResponseWriter, r *http.Request) {
	h.mu.Lock()
	defer h.mu.Unlock()
	fmt.Fprintln(w, len(h.viewers), h.moved)
}
