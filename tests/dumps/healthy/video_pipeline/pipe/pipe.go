package pipe

import (
	"context"
	"sync"
)

func Source[T any](ctx context.Context, next func(int) (T, bool)) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for i := 0; ; i++ {
			v, ok := next(i)
			if !ok {
				return
			}
			select {
			case out <- v:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

// Parallel applies f with n goroutines; the consumer's pace holds them back.
func Parallel[I, O any](ctx context.Context, n int, in <-chan I, f func(I) O) <-chan O {
	out := make(chan O)
	var wg sync.WaitGroup
	for i := 0; i < n; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range in {
				out <- f(v)
			}
		}()
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

func Drain[T any](ctx context.Context, in <-chan T, sink func(T)) {
	for v := range in {
		sink(v)
	}
}
