// Package race runs the same question against several backends.
package race

import "context"

type Call[T any] func(context.Context) (T, error)

type outcome[T any] struct {
	val T
	err error
}

// First returns the answer of whoever is quickest.
func First[T any](ctx context.Context, calls ...Call[T]) (T, error) {
	answers := make(chan outcome[T])
	for _, call := range calls {
		go func(call Call[T]) {
			v, err := call(ctx)
			answers <- outcome[T]{v, err}
		}(call)
	}
	select {
	case o := <-answers:
		return o.val, o.err
	case <-ctx.Done():
		var zero T
		return zero, ctx.Err()
	}
}
