// Package plots is an allotment society's register.
package plots

import (
	"sync"
	"time"
)

// Register knows who gardens where.
type Register struct {
	list  *WaitingList
	walk  time.Duration
	rents int

	mu    sync.RWMutex
	plots map[int]*Plot
	year  int
}

// Plot is one garden.
type Plot struct {
	No     int
	Tenant string
	weeds  int
	in     *Register
}

func NewRegister(n int) *Register {
	r := &Register{walk: 150 * time.Millisecond, plots: map[int]*Plot{}, year: 2031}
	r.list = &WaitingList{rule: &neglect{limit: 3}}
	for i := 1; i <= n; i++ {
		r.plots[i] = &Plot{No: i, Tenant: "taken", weeds: i % 5, in: r}
	}
	return r
}

// Survey walks along all plots and offers the neglected ones.
func (r *Register) Survey() int {
	r.mu.RLock()
	defer r.mu.RUnlock()
	time.Sleep(r.walk)
	offered := 0
	for _, p := range r.plots {
		if r.list.Offer(p) {
			offered++
		}
	}
	return offered
}

// Season is the year that rents are counted for.
func (r *Register) Season() int {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.year + r.rents
}

// Reassign gives the free plots away at the end of a month, whenever the register has a moment.
func (r *Register) Reassign(to string) {
	go func() {
		free := 0
		r.mu.Lock()
		for _, p := range r.plots {
			if p.Tenant == "" {
				p.Tenant = to
				free++
			}
		}
		r.rents += free
		r.mu.Unlock()
	}()
}

// Len counts the plots.
func (r *Register) Len() int {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return len(r.plots)
}
