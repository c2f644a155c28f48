package broker

import "sync"

type Broker[T any] struct {
	mu     sync.Mutex
	subs   []chan T
	closed bool
}

func (b *Broker[T]) Subscribe() <-chan T {
	b.mu.Lock()
	defer b.mu.Unlock()
	ch := make(chan T, 1)
	b.subs = append(b.subs, ch)
	return ch
}

func (b *Broker[T]) Publish(v T) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, ch := range b.subs {
		select {
		case ch <- v:
		default:
		}
	}
}

func (b *Broker[T]) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
}
