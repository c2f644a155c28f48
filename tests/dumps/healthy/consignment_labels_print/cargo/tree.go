// Package cargo knows what is packed in what.
package cargo

import "fmt"

// Package is a crate, a pallet or a box, and what stands in it.
type Package struct {
	Code     string
	Tariff   string
	Grams    int
	Contents []*Package
}

// Consignment is all that goes on one bill of lading.
type Consignment struct {
	Bill  string
	Roots []*Package
}

// Flat yields every package, outer ones first.
func (c *Consignment) Flat() <-chan *Package {
	out := make(chan *Package)
	go func() {
		defer close(out)
		flatten(c.Roots, out)
	}()
	return out
}

func flatten(level []*Package, out chan<- *Package) {
	for _, p := range level {
		out <- p
		if len(p.Contents) > 0 {
			flatten(p.Contents, out)
		}
	}
}

// Sample builds a consignment as the terminals send it.
func Sample(bill string, seed int) *Consignment {
	c := &Consignment{Bill: bill}
	for i := 0; i < 3; i++ {
		pallet := &Package{Code: fmt.Sprintf("%s-P%d", bill, i), Tariff: "4819", Grams: 24000}
		for j := 0; j < 4; j++ {
			box := &Package{Code: fmt.Sprintf("%s-B%d", pallet.Code, j), Tariff: "9503", Grams: 1500 + seed}
			if (i+j+seed)%3 == 0 {
				box.Contents = []*Package{{Code: box.Code + "-S", Tariff: "3604", Grams: 90}}
			}
			pallet.Contents = append(pallet.Contents, box)
		}
		c.Roots = append(c.Roots, pallet)
	}
	return c
}
