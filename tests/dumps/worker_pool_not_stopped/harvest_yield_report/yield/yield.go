// Package yield computes what fields bear.
package yield

import (
	"fmt"
	"sync"
)

type Field struct {
	Name    string
	Hectare float64
	Tons    float64
}

type calc struct {
	jobs    chan Field
	results chan float64
	wg      sync.WaitGroup
}

func newCalc(workers int) *calc {
	c := &calc{jobs: make(chan Field), results: make(chan float64, 64)}
	c.wg.Add(workers)
	for i := 0; i < workers; i++ {
		go c.work()
	}
	return c
}

func (c *calc) work() {
	defer c.wg.Done()
	for f := range c.jobs {
		c.results <- f.Tons / f.Hectare
	}
}

func (c *calc) finish() (sum float64) {
	close(c.jobs)
	c.wg.Wait()
	close(c.results)
	for y := range c.results {
		sum += y
	}
	return sum
}

// Report adds the yields of the fields up.
func Report(fields []Field) (float64, error) {
	c := newCalc(3)
	for _, f := range fields {
		if f.Hectare <= 0 {
			return 0, fmt.Errorf("field %s has no area", f.Name)
		}
		c.jobs <- f
	}
	return c.finish(), nil
}
