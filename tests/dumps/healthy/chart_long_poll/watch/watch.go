// Package watch tells many waiters that a value changed.
package watch

import (
	"context"
	"sync"
)

// Value has a version; waiters get woken by closing a channel.
type Value[T any] struct {
	mu      sync.Mutex
	v       T
	version uint64
	changed chan struct{}
}

func Of[T any](v T) *Value[T] { return &Value[T]{v: v, changed: make(chan struct{})} }

func (w *Value[T]) Set(v T) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.v = v
	w.version++
	close(w.changed)
	w.changed = make(chan struct{})
}

func (w *Value[T]) get() (T, uint64, <-chan struct{}) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.v, w.version, w.changed
}

// After waits for a version newer than known, or for the end of ctx.
func (w *Value[T]) After(ctx context.Context, known uint64) (T, uint64, error) {
	for {
		v, version, changed := w.get()
		if version > known {
			return v, version, nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return v, version, ctx.Err()
		}
	}
}
