// Package table cuts bolts of cloth into squares.
package table

import (
	"sync"
	"time"
)

// Result is what an order gave.
type Result struct {
	Pieces int     `json:"pieces"`
	Waste  float64 `json:"waste"`
}

// Hall has a table for each order.
type Hall struct {
	mu    sync.Mutex
	waste float64
}

func NewHall() *Hall { return &Hall{} }

// Cut returns when all bolts are cut.
func (h *Hall) Cut(bolts int) Result {
	c := &cutter{feed: 20 * time.Second}
	var wg sync.WaitGroup
	for i := 0; i < bolts; i++ {
		c.start(&wg, i)
	}
	wg.Wait()
	h.mu.Lock()
	defer h.mu.Unlock()
	h.waste += c.waste
	return Result{c.pieces, c.waste}
}

// Waste of all orders.
func (h *Hall) Waste() float64 {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.waste
}
