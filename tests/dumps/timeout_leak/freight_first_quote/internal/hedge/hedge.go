// Package hedge asks several sources and takes the first good answer.
package hedge

import (
	"context"
	"errors"
)

type Source[T any] func(ctx context.Context) (T, error)

type outcome[T any] struct {
	val T
	err error
}

var ErrAllFailed = errors.New("hedge: no source answered")

// First returns the first value that any of the sources delivers.
func First[T any](ctx context.Context, sources ...Source[T]) (T, error) {
	var zero T
	results := make(chan outcome[T])
	for _, s := range sources {
		go func(src Source[T]) {
			v, err := src(ctx)
			results <- outcome[T]{v, err}
		}(s)
	}
	for range sources {
		select {
		case r := <-results:
			if r.err == nil {
				return r.val, nil
			}
		case <-ctx.Done():
			return zero, ctx.Err()
		}
	}
	return zero, ErrAllFailed
}
