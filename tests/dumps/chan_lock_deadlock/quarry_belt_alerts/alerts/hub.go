// Package alerts distributes what the belts' sensors say.
package alerts

import "sync"

type Alert struct {
	Belt  int
	Value float64
}

type Listener struct {
	name  string
	inbox chan Alert
	hub   *Hub
	store func(Alert) error
}

type Hub struct {
	mu        sync.RWMutex
	listeners map[string]*Listener
	sent      int
}

func NewHub() *Hub { return &Hub{listeners: map[string]*Listener{}} }

func (h *Hub) Listen(name string, store func(Alert) error) *Listener {
	l := &Listener{name: name, inbox: make(chan Alert, 2), hub: h, store: store}
	h.mu.Lock()
	h.listeners[name] = l
	h.mu.Unlock()
	go l.pump()
	return l
}

// Publish hands an alert to everybody.
func (h *Hub) Publish(a Alert) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	for _, l := range h.listeners {
		l.inbox <- a
	}
}

func (h *Hub) leave(l *Listener) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.listeners, l.name)
}

func (l *Listener) pump() {
	for a := range l.inbox {
		if err := l.store(a); err != nil {
			l.hub.leave(l)
			return
		}
	}
}
