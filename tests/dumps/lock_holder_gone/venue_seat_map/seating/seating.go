// Package seating keeps which seat is free.
package seating

import (
	"fmt"
	"sync"

	"tessaline.io/venue/pricing"
)

type Seat struct {
	Row    string
	Number int
	Taken  bool
	Cents  int
}

type guarded struct {
	mu sync.RWMutex
}

type Hall struct {
	guarded
	name  string
	seats map[string]*Seat
	rules []pricing.Rule
}

func NewHall(name string, rules ...pricing.Rule) *Hall {
	h := &Hall{name: name, seats: map[string]*Seat{}, rules: rules}
	for r := 'A'; r < 'N'; r++ {
		for n := 1; n < 30; n++ {
			h.seats[fmt.Sprintf("%c%d", r, n)] = &Seat{Row: string(r), Number: n, Cents: 4500 + 100*int('N'-r)}
		}
	}
	return h
}

// Free counts the seats that can be sold.
func (h *Hall) Free() int {
	h.mu.RLock()
	defer h.mu.RUnlock()
	n := 0
	for _, s := range h.seats {
		if !s.Taken {
			n++
		}
	}
	return n
}

// Hold takes a seat and tells its price.
func (h *Hall) Hold(id string) (int, error) {
	h.mu.Lock()
	s, ok := h.seats[id]
	if !ok || s.Taken {
		h.mu.Unlock()
		return 0, fmt.Errorf("seat %s is not free", id)
	}
	cents := s.Cents
	for _, r := range h.rules {
		cents = r.Apply(s.Row, cents)
	}
	s.Taken = true
	h.mu.Unlock()
	return cents, nil
}

// Release gives a seat back.
func (h *Hall) Release(id string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if s, ok := h.seats[id]; ok {
		s.Taken = false
	}
}
