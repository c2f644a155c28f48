// Package cable knows what a sound cable is.
package cable

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

var errSlack = errors.New("cable slack")

type Cable struct {
	No      int
	Tension float64
}

func (c *Cable) check() error {
	time.Sleep(time.Duration(c.No) * time.Millisecond)
	if c.Tension < 6 {
		return fmt.Errorf("cable %d: %w", c.No, errSlack)
	}
	return nil
}

type Lift struct{ Cables []*Cable }

// Check looks at all cables at once and returns what is wrong.
func (l *Lift) Check() (all []error) {
	faults := make(chan error)
	var wg sync.WaitGroup
	for _, c := range l.Cables {
		wg.Add(1)
		go func(c *Cable) {
			defer wg.Done()
			if err := c.check(); err != nil {
				faults <- err
			}
		}(c)
	}
	wg.Wait() // BUG: nobody reads faults yet
	close(faults)
	for err := range faults {
		all = append(all, err)
	}
	return all
}
