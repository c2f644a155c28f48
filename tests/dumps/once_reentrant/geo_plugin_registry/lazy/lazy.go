// Package lazy builds values when they are first asked for.
package lazy

import "sync"

// Val is a value made by its function once.
type Val[T any] struct {
	once sync.Once
	make func() (T, error)
	v    T
	err  error
}

func Of[T any](f func() (T, error)) *Val[T] { return &Val[T]{make: f} }

func (l *Val[T]) Get() (T, error) {
	l.once.Do(func() { l.v, l.err = l.make() })
	return l.v, l.err
}

func (l *Val[T]) Must() T {
	v, err := l.Get()
	if err != nil {
		panic(err)
	}
	return v
}
