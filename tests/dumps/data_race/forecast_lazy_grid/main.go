// Command forecast reckons the rain of the next hours for all regions.
package main

import (
	"fmt"
	"sync"
	"time"

	"meteo.example/forecast/grid"
)

type Region struct {
	Name string
	Rain float64
}

type Model struct {
	grid    *grid.Grid
	regions []*Region
}

func (m *Model) run(r *Region, hours int) {
	for h, w := range m.grid.Weights() {
		if h < hours {
			r.Rain += w
		}
	}
}

func main() {
	m := &Model{grid: grid.New(64), regions: []*Region{{Name: "coast"}, {Name: "alps"}, {Name: "lake"}}}
	var wg sync.WaitGroup
	for i, r := range m.regions {
		wg.Add(1)
		go func(r *Region, late time.Duration) {
			defer wg.Done()
			time.Sleep(late)
			m.run(r, 12)
		}(r, time.Duration(i)*30*time.Millisecond)
	}
	wg.Wait()
	for _, r := range m.regions {
		fmt.Printf("%s %.1f\n", r.Name, r.Rain)
	}
}
