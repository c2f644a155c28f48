// Package ring is a bounded queue.
package ring

import "sync"

type Ring[T any] struct {
	mu   sync.Mutex
	cond *sync.Cond
	buf  []T
	max  int
}

func New[T any](max int) *Ring[T] {
	r := &Ring[T]{max: max}
	r.cond = sync.NewCond(&r.mu)
	return r
}

func (r *Ring[T]) Push(v T) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for len(r.buf) == r.max {
		r.cond.Wait()
	}
	r.buf = append(r.buf, v)
	r.cond.Signal()
}

func (r *Ring[T]) Pop() T {
	r.mu.Lock()
	defer r.mu.Unlock()
	for len(r.buf) == 0 {
		r.cond.Wait()
	}
	v := r.buf[0]
	r.buf = r.buf[1:]
	r.cond.Signal()
	return v
}
