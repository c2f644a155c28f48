// Package gather asks many sources at once and hands out the answers as they come.
package gather

import (
	"context"
	"sync"
)

// Source is anything that can be asked.
type Source[Q, A any] interface {
	Ask(ctx context.Context, q Q) (A, error)
}

// Answer pairs a value with the error of its source.
type Answer[A any] struct {
	Value A
	Err   error
}

// Budget decides how many answers are enough.
type Budget interface {
	Spend(n int) error
}

// All starts every source and returns the stream of their answers.
func All[Q, A any](ctx context.Context, q Q, budget Budget, sources ...Source[Q, A]) <-chan Answer[A] {
	out := make(chan Answer[A], len(sources))
	var pending sync.WaitGroup
	for _, s := range sources {
		pending.Add(1)
		go func(s Source[Q, A]) {
			defer pending.Done()
			v, err := s.Ask(ctx, q)
			out <- Answer[A]{v, err}
		}(s)
	}
	go func() {
		pending.Wait()
		if err := budget.Spend(len(sources)); err != nil {
			return
		}
		close(out)
	}()
	return out
}
