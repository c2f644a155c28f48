// Package billing prices the stays.
package billing

import (
	"sort"
	"sync"
	"time"
)

type Census interface{ Occupied(ward string) float64 }

type stay struct {
	patient, ward string
	from          time.Time
	cents         int64
}

type Ledger struct {
	mu     sync.Mutex
	open   map[string]*stay
	census Census
	rate   func(ward string) int64
}

func NewLedger(c Census, rate func(string) int64) *Ledger {
	return &Ledger{open: map[string]*stay{}, census: c, rate: rate}
}

func (l *Ledger) Open(patient, ward string, from time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.open[patient] = &stay{patient: patient, ward: ward, from: from}
	return nil
}

// Settle prices every open stay and returns the total.
func (l *Ledger) Settle() (total int64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	stays := make([]*stay, 0, len(l.open))
	for _, s := range l.open {
		stays = append(stays, s)
	}
	sort.Slice(stays, func(i, j int) bool { return stays[i].patient < stays[j].patient })
	for _, s := range stays {
		s.price(l.rate(s.ward), l.census)
		total += s.cents
	}
	return total
}

func (s *stay) price(rate int64, c Census) {
	s.cents = rate
	if c.Occupied(s.ward) > 0.8 {
		s.cents += rate / 5
	}
}
