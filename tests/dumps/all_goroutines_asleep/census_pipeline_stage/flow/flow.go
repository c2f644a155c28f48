// Package flow strings stages together.
package flow

import "errors"

// Stage is a step from I to O.
type Stage[I, O any] func(I) (O, error)

var ErrStop = errors.New("stop")

// Map runs a stage over a stream.
func Map[I, O any](in <-chan I, s Stage[I, O]) <-chan O {
	out := make(chan O, 8)
	go func() {
		for v := range in {
			o, err := s(v)
			if errors.Is(err, ErrStop) {
				return
			}
			if err != nil {
				continue
			}
			out <- o
		}
		close(out)
	}()
	return out
}

// From makes a stream of a slice.
func From[T any](vs ...T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for _, v := range vs {
			out <- v
		}
	}()
	return out
}

// Sum is the end of a stream.
func Sum(in <-chan int) (n int) {
	for v := range in {
		n += v
	}
	return n
}
