// Package seqs has helpers for sequences that come in order.
package seqs

import (
	"container/heap"
	"iter"
)

type cursor[T any] struct {
	head T
	next func() (T, bool)
	stop func()
}

type cursors[T any] struct {
	all  []*cursor[T]
	less func(a, b T) bool
}

func (c *cursors[T]) Len() int           { return len(c.all) }
func (c *cursors[T]) Less(i, j int) bool { return c.less(c.all[i].head, c.all[j].head) }
func (c *cursors[T]) Swap(i, j int)      { c.all[i], c.all[j] = c.all[j], c.all[i] }
func (c *cursors[T]) Push(x any)         { c.all = append(c.all, x.(*cursor[T])) }
func (c *cursors[T]) Pop() any {
	last := c.all[len(c.all)-1]
	c.all = c.all[:len(c.all)-1]
	return last
}

// Merge yields what all the sequences have, in the order of less.
func Merge[T any](less func(a, b T) bool, in ...iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		h := &cursors[T]{less: less}
		for _, seq := range in {
			next, stop := iter.Pull(seq)
			defer stop()
			if v, ok := next(); ok {
				heap.Push(h, &cursor[T]{v, next, stop})
			}
		}
		for h.Len() > 0 {
			c := h.all[0]
			if !yield(c.head) {
				return
			}
			v, ok := c.next()
			if !ok {
				heap.Pop(h)
				continue
			}
			c.head = v
			heap.Fix(h, 0)
		}
	}
}
