// Package offers merges the sorted price lists of suppliers.
package offers

import "iter"

// Offer is one price.
type Offer struct {
	Supplier string
	Cents    int
}

// List is the price list of one supplier.
type List struct {
	name string
	size int
}

func Supplier(name string, size int) *List { return &List{name, size} }

// All yields the offers, cheapest first.
func (l *List) All() iter.Seq[Offer] {
	return func(yield func(Offer) bool) {
		for i := 0; i < l.size; i++ {
			if !yield(Offer{l.name, 100 + i*len(l.name)}) {
				return
			}
		}
	}
}

// Cheapest returns the first n offers of both lists.
func Cheapest(a, b iter.Seq[Offer], n int) []Offer {
	nextA, _ := iter.Pull(a) // BUG: stop is never called
	nextB, _ := iter.Pull(b)
	x, okX := nextA()
	y, okY := nextB()
	var best []Offer
	for len(best) < n && okX && okY {
		if x.Cents <= y.Cents {
			best = append(best, x)
			x, okX = nextA()
		} else {
			best = append(best, y)
			y, okY = nextB()
		}
	}
	return best
}
