// Package events tells listeners what happened.
package events

import "sync"

// Listener is told about events.
type Listener interface{ Handle(name string) }

// Bus knows the listeners.
type Bus struct {
	mu        sync.Mutex
	listeners map[string][]Listener
}

func NewBus() *Bus { return &Bus{listeners: map[string][]Listener{}} }

// Subscribe adds a listener.
func (b *Bus) Subscribe(name string, l Listener) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.listeners[name] = append(b.listeners[name], l)
}

// Publish calls the listeners.
func (b *Bus) Publish(name string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, l := range b.listeners[name] {
		l.Handle(name) // BUG: listeners run under the lock, and one of them subscribes
	}
}
