package series

import "iter"

type Point struct {
	T int64
	V float64
}

type Block interface{ Points() iter.Seq[Point] }

type synthetic struct{ from, step int64 }

func Synthetic(from, step int64) Block { return synthetic{from, step} }

func (s synthetic) Points() iter.Seq[Point] {
	return func(yield func(Point) bool) {
		for t := s.from; t < 1000; t += s.step {
			if !yield(Point{t, float64(t) / 7}) {
				return
			}
		}
	}
}

type cursor struct {
	next func() (Point, bool)
	head Point
	ok   bool
}

// Merge yields the points of all blocks by time.
func Merge(blocks ...Block) iter.Seq[Point] {
	return func(yield func(Point) bool) {
		cur := make([]*cursor, len(blocks))
		for i, b := range blocks {
			next, _ := iter.Pull(b.Points())
			c := &cursor{next: next}
			c.head, c.ok = next()
			cur[i] = c
		}
		for {
			var first *cursor
			for _, c := range cur {
				if c.ok && (first == nil || c.head.T < first.head.T) {
					first = c
				}
			}
			if first == nil || !yield(first.head) {
				return
			}
			first.head, first.ok = first.next()
		}
	}
}
