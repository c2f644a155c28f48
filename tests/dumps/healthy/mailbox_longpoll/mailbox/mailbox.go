package mailbox

import (
	"context"
	"sync"
	"time"
)

type box[T any] struct {
	mu      sync.Mutex
	waiters map[chan T]struct{}
}

// Registry has a box for each name.
type Registry[T any] struct{ boxes sync.Map }

// NewRegistry makes one.
func NewRegistry[T any]() *Registry[T] { return &Registry[T]{} }

func (r *Registry[T]) get(name string) *box[T] {
	b, _ := r.boxes.LoadOrStore(name, &box[T]{waiters: map[chan T]struct{}{}})
	return b.(*box[T])
}

// Put gives to all that wait.
func (r *Registry[T]) Put(name string, v T) {
	b := r.get(name)
	b.mu.Lock()
	defer b.mu.Unlock()
	for c := range b.waiters {
		c <- v
		delete(b.waiters, c)
	}
}

// Await waits for the next.
func (r *Registry[T]) Await(ctx context.Context, name string, max time.Duration) (v T, ok bool) {
	b, c := r.get(name), make(chan T, 1)
	b.mu.Lock()
	b.waiters[c] = struct{}{}
	b.mu.Unlock()
	defer func() {
		b.mu.Lock()
		delete(b.waiters, c)
		b.mu.Unlock()
	}()
	t := time.NewTimer(max)
	defer t.Stop()
	select {
	case v = <-c:
		return v, true
	case <-t.C:
	case <-ctx.Done():
	}
	return v, false
}
