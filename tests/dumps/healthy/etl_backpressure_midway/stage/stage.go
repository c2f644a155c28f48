package stage

import (
	"context"
	"sync"
)

func send[T any](ctx context.Context, out chan<- T, v T) bool {
	select {
	case out <- v:
		return true
	case <-ctx.Done():
		return false
	}
}

// Generate emits until next says that there is no more.
func Generate[T any](ctx context.Context, next func() (T, bool)) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for {
			v, ok := next()
			if !ok || !send(ctx, out, v) {
				return
			}
		}
	}()
	return out
}

// Map runs fn in width goroutines.
func Map[A, B any](ctx context.Context, in <-chan A, width int, fn func(A) B) <-chan B {
	out := make(chan B, width)
	var wg sync.WaitGroup
	wg.Add(width)
	for i := 0; i < width; i++ {
		go func() {
			defer wg.Done()
			for a := range in {
				if !send(ctx, out, fn(a)) {
					return
				}
			}
		}()
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

// Chunk groups size values.
func Chunk[T any](ctx context.Context, in <-chan T, size int) <-chan []T {
	out := make(chan []T)
	go func() {
		defer close(out)
		buf := make([]T, 0, size)
		for v := range in {
			if buf = append(buf, v); len(buf) == size {
				if !send(ctx, out, buf) {
					return
				}
				buf = make([]T, 0, size)
			}
		}
		if len(buf) > 0 {
			send(ctx, out, buf)
		}
	}()
	return out
}
