// Package events calls the subscribers of a topic in order.
package events

import "sync"

type Event struct {
	Gate string
}

type Handler func(Event)

type Bus struct {
	mu       sync.Mutex
	handlers map[string][]Handler
	seen     map[string]uint64
}

func NewBus() *Bus {
	return &Bus{handlers: map[string][]Handler{}, seen: map[string]uint64{}}
}

func (b *Bus) Subscribe(topic string, h Handler) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.handlers[topic] = append(b.handlers[topic], h)
}

func (b *Bus) Publish(topic string, e Event) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.seen[topic]++
	for _, h := range b.handlers[topic] {
		h(e)
	}
}

func (b *Bus) Topics() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.handlers)
}
