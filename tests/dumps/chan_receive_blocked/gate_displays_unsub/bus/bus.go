// Package bus tells whoever is interested what happens at the gates.
package bus

import "sync"

// Event is a change of one flight.
type Event struct {
	Topic  string
	Flight string
	Status string
}

// Bus is a list of subscribers by topic.
type Bus struct {
	mu   sync.RWMutex
	subs map[string][]chan Event
	size int
}

// New makes a bus; every subscriber may be size events behind.
func New(size int) *Bus { return &Bus{subs: map[string][]chan Event{}, size: size} }

// Sub returns a channel of the events of all topics.
func (b *Bus) Sub(topics ...string) chan Event {
	ch := make(chan Event, b.size)
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, t := range topics {
		b.subs[t] = append(b.subs[t], ch)
	}
	return ch
}

// Unsub removes ch from the topics, or from all.
func (b *Bus) Unsub(ch chan Event, topics ...string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(topics) == 0 {
		for t := range b.subs {
			topics = append(topics, t)
		}
	}
	for _, t := range topics {
		kept := b.subs[t][:0]
		for _, other := range b.subs[t] {
			if other != ch {
				kept = append(kept, other)
			}
		}
		b.subs[t] = kept
	}
}

// Pub tells everybody, and skips who is too slow.
func (b *Bus) Pub(e Event) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, ch := range b.subs[e.Topic] {
		select {
		case ch <- e:
		default:
		}
	}
}
