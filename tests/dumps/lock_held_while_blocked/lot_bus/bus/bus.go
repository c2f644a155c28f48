package bus

import "sync"

// Bus gives each event to all subscribers of its topic.
type Bus[E any] struct {
	mu   sync.RWMutex
	subs map[string]map[*Subscription[E]]struct{}
}

type Subscription[E any] struct {
	C     chan E
	topic string
}

func New[E any]() *Bus[E] { return &Bus[E]{subs: map[string]map[*Subscription[E]]struct{}{}} }

func (b *Bus[E]) Subscribe(topic string, buffer int) *Subscription[E] {
	s := &Subscription[E]{C: make(chan E, buffer), topic: topic}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.subs[topic] == nil {
		b.subs[topic] = map[*Subscription[E]]struct{}{}
	}
	b.subs[topic][s] = struct{}{}
	return s
}

func (b *Bus[E]) Unsubscribe(s *Subscription[E]) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.subs[s.topic], s)
}

func (b *Bus[E]) Publish(topic string, e E) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for s := range b.subs[topic] {
		s.C <- e
	}
}
