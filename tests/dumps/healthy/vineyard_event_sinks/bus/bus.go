// Package bus hands events to whoever has subscribed.
package bus

import "sync"

type Event struct {
	Plot string
	Kind string
}

type Bus struct {
	mu    sync.RWMutex
	sinks []chan<- Event
}

// Subscribe returns a channel that has room for some events.
func (b *Bus) Subscribe(room int) <-chan Event {
	ch := make(chan Event, room)
	b.mu.Lock()
	b.sinks = append(b.sinks[:len(b.sinks):len(b.sinks)], ch)
	b.mu.Unlock()
	return ch
}

// Publish returns when all have room for the event.
func (b *Bus) Publish(e Event) {
	b.mu.RLock()
	sinks := b.sinks
	b.mu.RUnlock()
	for _, s := range sinks {
		s <- e
	}
}
