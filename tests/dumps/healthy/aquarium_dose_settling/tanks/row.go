// Package tanks doses the tanks of a row and lets the water settle.
package tanks

import (
	"sync"
	"time"
)

// Row is a line of tanks on one pump.
type Row struct {
	mu     sync.Mutex
	levels []int
	settle time.Duration
}

func NewRow(n int, settle time.Duration) *Row {
	return &Row{levels: make([]int, n), settle: settle}
}

// Dose gives each tank its share and returns the levels when all have settled.
func (r *Row) Dose(salt string) []int {
	var settled sync.WaitGroup
	for i := range r.levels {
		r.valve(i, len(salt))
		settled.Add(1)
		time.AfterFunc(r.settle, settled.Done)
	}
	settled.Wait()
	return r.Levels()
}

func (r *Row) valve(tank, grams int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.levels[tank] += grams
}

// Levels are the grams given so far.
func (r *Row) Levels() []int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]int(nil), r.levels...)
}
