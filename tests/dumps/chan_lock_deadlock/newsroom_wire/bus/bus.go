// Package bus hands what is published to all who follow.
package bus

import "sync"

type Topic[T any] struct {
	mu      sync.RWMutex
	follows map[*Follow[T]]struct{}
}

type Follow[T any] struct {
	topic *Topic[T]
	C     chan T
}

func NewTopic[T any]() *Topic[T] { return &Topic[T]{follows: map[*Follow[T]]struct{}{}} }

func (t *Topic[T]) Follow() *Follow[T] {
	f := &Follow[T]{topic: t, C: make(chan T)}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.follows[f] = struct{}{}
	return f
}

// Publish hands v to all followers.
func (t *Topic[T]) Publish(v T) int {
	t.mu.RLock()
	defer t.mu.RUnlock()
	for f := range t.follows {
		f.C <- v
	}
	return len(t.follows)
}

// Cancel ends a follow.
func (f *Follow[T]) Cancel() {
	f.topic.mu.Lock()
	defer f.topic.mu.Unlock()
	delete(f.topic.follows, f)
	close(f.C)
}
