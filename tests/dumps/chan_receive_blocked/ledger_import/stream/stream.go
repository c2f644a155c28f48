// Package stream has the usual stages over channels.
package stream

func Map[A, B any](in <-chan A, f func(A) B) <-chan B {
	out := make(chan B)
	go func() {
		defer close(out)
		for a := range in {
			out <- f(a)
		}
	}()
	return out
}

func Filter[A any](in <-chan A, keep func(A) bool) <-chan A {
	out := make(chan A)
	go func() {
		defer close(out)
		for a := range in {
			if keep(a) {
				out <- a
			}
		}
	}()
	return out
}

func Each[A any](in <-chan A, do func(A)) {
	for a := range in {
		do(a)
	}
}
