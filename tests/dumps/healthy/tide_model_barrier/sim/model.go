// Package sim computes the height of the sea on strips of a grid.
package sim

import (
	"math"
	"sync"
)

type Model struct {
	strips [][]float64
	meet   *barrier
}

// NewModel cuts the bay: its last strip is the open sea and much wider.
func NewModel(strips int) *Model {
	m := &Model{meet: newBarrier(strips)}
	for i := 0; i < strips; i++ {
		width := 20_000
		if i == strips-1 {
			width = 5_000_000
		}
		m.strips = append(m.strips, make([]float64, width))
	}
	return m
}

func (m *Model) Run(steps int, report func(int)) {
	var wg sync.WaitGroup
	for i := range m.strips {
		wg.Add(1)
		go func(strip []float64) {
			defer wg.Done()
			for n := 0; n < steps; n++ {
				relax(strip, n)
				if m.meet.await() {
					report(n)
				}
			}
		}(m.strips[i])
	}
	wg.Wait()
}

func relax(h []float64, step int) {
	for x := 1; x < len(h)-1; x++ {
		h[x] = 0.25*(h[x-1]+2*h[x]+h[x+1]) + 0.01*math.Sin(float64(step+x))
	}
}
