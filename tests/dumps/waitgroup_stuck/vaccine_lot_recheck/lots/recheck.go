// Package lots checks whether lots stayed cold.
package lots

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// Lot is a box in some fridge.
type Lot struct {
	No     string
	Fridge string
	Degree float64
}

// Recheck asks the fridges of all lots, some at a time.
type Recheck struct {
	asked  chan Lot
	wg     sync.WaitGroup
	mu     sync.Mutex
	warm   []Lot
	muted  map[string]bool
	limits [2]float64
}

// Start starts the checkers.
func Start(ctx context.Context, checkers int, muted ...string) *Recheck {
	r := &Recheck{asked: make(chan Lot), muted: map[string]bool{}, limits: [2]float64{2, 8}}
	for _, f := range muted {
		r.muted[f] = true
	}
	for i := 0; i < checkers; i++ {
		go r.check(ctx)
	}
	return r
}

func (r *Recheck) check(ctx context.Context) {
	for {
		select {
		case lot := <-r.asked:
			if r.muted[lot.Fridge] {
				continue
			}
			time.Sleep(3 * time.Millisecond) // the fridge's answer
			if lot.Degree < r.limits[0] || lot.Degree > r.limits[1] {
				r.mu.Lock()
				r.warm = append(r.warm, lot)
				r.mu.Unlock()
			}
			r.wg.Done()
		case <-ctx.Done():
			return
		}
	}
}

// All checks the lots and returns those that were too warm.
func (r *Recheck) All(lots []Lot) []Lot {
	r.wg.Add(len(lots))
	for _, l := range lots {
		r.asked <- l
	}
	r.wg.Wait()
	return r.warm
}

// Some makes lots of one clinic.
func Some(clinic string, n int) []Lot {
	out := make([]Lot, n)
	for i := range out {
		out[i] = Lot{No: fmt.Sprintf("%s-%03d", clinic, i), Fridge: fmt.Sprintf("F%d", i%4), Degree: float64(i % 9)}
	}
	return out
}
