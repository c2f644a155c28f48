// Package bus is a typed publish and subscribe.
package bus

import "sync"

// Topic delivers values of one type.
type Topic[T any] struct {
	mu   sync.RWMutex
	next int
	subs map[int]chan T
}

// Sub is a subscription.
type Sub[T any] struct {
	C      <-chan T
	cancel func()
}

func (s Sub[T]) Cancel() { s.cancel() }

func (t *Topic[T]) Subscribe() Sub[T] {
	c := make(chan T)
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.subs == nil {
		t.subs = map[int]chan T{}
	}
	id := t.next
	t.next++
	t.subs[id] = c
	return Sub[T]{C: c, cancel: func() { t.remove(id) }}
}

func (t *Topic[T]) remove(id int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.subs, id)
}

func (t *Topic[T]) Publish(v T) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	for _, c := range t.subs {
		c <- v
	}
}
