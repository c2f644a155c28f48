// Package guard keeps a value together with the mutex that protects it.
package guard

import "sync"

type Value[T any] struct {
	mu sync.Mutex
	v  T
}

func New[T any](v T) *Value[T] { return &Value[T]{v: v} }

// With runs fn while nobody else can see the value.
func (g *Value[T]) With(fn func(v *T) error) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	return fn(&g.v)
}

// Read returns what fn takes out of the value.
func Read[T, R any](g *Value[T], fn func(v T) R) (out R) {
	_ = g.With(func(v *T) error {
		out = fn(*v)
		return nil
	})
	return out
}
