// Package lane is a queue without a bound.
package lane

import "sync"

type Lane[T any] struct {
	mu     sync.Mutex
	more   *sync.Cond
	items  []T
	closed bool
}

func New[T any]() *Lane[T] {
	l := &Lane[T]{}
	l.more = sync.NewCond(&l.mu)
	return l
}

func (l *Lane[T]) Push(v T) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.items = append(l.items, v)
	l.more.Signal()
}

func (l *Lane[T]) Pop() (v T, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for len(l.items) == 0 && !l.closed {
		l.more.Wait()
	}
	if len(l.items) == 0 {
		return v, false
	}
	v, l.items = l.items[0], l.items[1:]
	return v, true
}

func (l *Lane[T]) Close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.closed = true
	l.more.Broadcast()
}
