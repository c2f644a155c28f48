package bus

import (
	"context"
	"iter"
	"sync"
)

type Bus struct {
	mu   sync.RWMutex
	subs map[string]*Subscription
}

type Subscription struct {
	topic string
	c     chan string
}

func New() *Bus { return &Bus{subs: map[string]*Subscription{}} }

func (b *Bus) Subscribe(topic string) *Subscription {
	b.mu.Lock()
	defer b.mu.Unlock()
	s := &Subscription{topic, make(chan string, 16)}
	b.subs[topic] = s
	return s
}

func (b *Bus) Publish(meter string) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, s := range b.subs {
		select {
		case s.c <- meter:
		default:
		}
	}
}

// Messages yields what arrives until ctx ends.
func (s *Subscription) Messages(ctx context.Context) iter.Seq[string] {
	return func(yield func(string) bool) {
		for {
			select {
			case m := <-s.c:
				if !yield(m) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}
