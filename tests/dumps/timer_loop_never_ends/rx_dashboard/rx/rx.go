// Package rx is a little of reactive extensions.
package rx

import "time"

type Disposable func()

type Observable[T any] interface {
	Subscribe(next func(T)) Disposable
}

type create[T any] func(next func(T), disposed <-chan struct{})

func (c create[T]) Subscribe(next func(T)) Disposable {
	disposed := make(chan struct{})
	go c(next, disposed)
	return func() { close(disposed) }
}

func Interval(d time.Duration) Observable[int] {
	return create[int](func(next func(int), disposed <-chan struct{}) {
		t := time.NewTicker(d)
		defer t.Stop()
		for i := 0; ; i++ {
			select {
			case <-t.C:
				next(i)
			case <-disposed:
				return
			}
		}
	})
}

type mapped[A, B any] struct {
	src Observable[A]
	f   func(A) B
}

func (m mapped[A, B]) Subscribe(next func(B)) Disposable {
	return m.src.Subscribe(func(a A) { next(m.f(a)) })
}

func Map[A, B any](src Observable[A], f func(A) B) Observable[B] { return mapped[A, B]{src, f} }
