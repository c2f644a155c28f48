// Package seqs has what iter lacks.
package seqs

import "iter"

// Pair is one of each.
type Pair[A, B any] struct {
	A A
	B B
}

// Zip yields pairs until one of the two ends.
func Zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq[Pair[A, B]] {
	return func(yield func(Pair[A, B]) bool) {
		next, _ := iter.Pull(b)
		for x := range a {
			y, ok := next()
			if !ok || !yield(Pair[A, B]{x, y}) {
				return
			}
		}
	}
}

// Take yields at most n.
func Take[T any](s iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range s {
			if n--; n < 0 || !yield(v) {
				return
			}
		}
	}
}
