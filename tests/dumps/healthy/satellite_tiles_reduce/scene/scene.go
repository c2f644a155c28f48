// Package scene computes what grows where.
package scene

import "math"

type Row struct {
	No     int
	Pixels int
}

type Part struct {
	Kind string
	Area float64
}

func Rows(n int) <-chan Row {
	out := make(chan Row)
	go func() {
		defer close(out)
		for i := 0; i < n; i++ {
			out <- Row{No: i, Pixels: 4_000_000}
		}
	}()
	return out
}

func Vegetation(r Row) Part {
	p := Part{Kind: "field"}
	for x := 0; x < r.Pixels; x++ {
		red, nir := math.Sin(float64(x*r.No)), math.Cos(float64(x+r.No))
		p.Area += math.Abs(nir-red) / (1 + math.Abs(nir+red))
	}
	if r.No%3 == 0 {
		p.Kind = "forest"
	}
	return p
}
