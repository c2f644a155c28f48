// Package hub passes changes to the tills that have joined.
package hub

import "sync"

// Hub is safe for concurrent use.
type Hub struct {
	mu      sync.Mutex
	tills   map[string]int
	changes chan string
}

func New() *Hub { return &Hub{tills: map[string]int{}, changes: make(chan string)} }

// Run passes the changes on; it is the only receiver.
func (h *Hub) Run() {
	for sku := range h.changes {
		h.deliver(sku)
	}
}

func (h *Hub) deliver(sku string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for id := range h.tills {
		h.tills[id] += len(sku)
	}
}

// Join adds a till.
func (h *Hub) Join(id string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.tills[id] = 0
}

// Publish sends a change, and nobody can join meanwhile.
func (h *Hub) Publish(sku string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.changes <- sku // BUG: Run may be in deliver, which waits for mu
	h.changes <- sku + " (audit)"
}
