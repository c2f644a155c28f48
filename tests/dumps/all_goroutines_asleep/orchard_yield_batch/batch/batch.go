// Package batch sums up what was picked.
package batch

import (
	"fmt"
	"sync"
)

// Crate is what one picker has filled.
type Crate struct {
	Row   int
	Kind  string
	Grams int
}

// Row is a row of trees.
type Row struct {
	Number int
	Crates []Crate
}

// Totals are grams by kind.
type Totals map[string]int

// Slots limits how many rows are weighed at a time.
type Slots chan struct{}

func (s Slots) take() { s <- struct{}{} }
func (s Slots) give() { <-s }

// Weigher weighs rows.
type Weigher struct {
	slots Slots
	mu    sync.Mutex
	sum   Totals
}

// NewWeigher weighs n rows at a time.
func NewWeigher(n int) *Weigher { return &Weigher{slots: make(Slots, n), sum: Totals{}} }

func (w *Weigher) weigh(r Row) error {
	if len(r.Crates) == 0 {
		return fmt.Errorf("row %d: nothing was picked", r.Number)
	}
	sum := Totals{}
	for _, c := range r.Crates {
		sum[c.Kind] += c.Grams
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for kind, grams := range sum {
		w.sum[kind] += grams
	}
	w.slots.give()
	return nil
}

// All weighs all rows.
func (w *Weigher) All(rows []Row) (Totals, []error) {
	var wg sync.WaitGroup
	errs := make(chan error, len(rows))
	for _, r := range rows {
		w.slots.take()
		wg.Add(1)
		go func(r Row) {
			defer wg.Done()
			if err := w.weigh(r); err != nil {
				errs <- err
			}
		}(r)
	}
	wg.Wait()
	close(errs)
	var all []error
	for err := range errs {
		all = append(all, err)
	}
	return w.sum, all
}
