// Package ward knows which patient lies where.
package ward

import (
	"errors"
	"sync"
	"time"
)

// Charges is told when a stay begins, so that it is billed from then on.
type Charges interface {
	Open(patient, ward string, from time.Time) error
}

type Journal interface{ Append(line string) }

type bed struct {
	patient string
	since   time.Time
}

type Registry struct {
	mu      sync.RWMutex
	wards   map[string][]bed
	charges Charges
	journal Journal
}

var ErrFull = errors.New("ward: no free bed")

func NewRegistry(names []string, beds int, j Journal) *Registry {
	r := &Registry{wards: make(map[string][]bed), journal: j}
	for _, n := range names {
		r.wards[n] = make([]bed, beds)
	}
	return r
}

func (r *Registry) BillTo(c Charges) { r.charges = c }

// Assign puts a patient into the first free bed of a ward.
func (r *Registry) Assign(patient, ward string) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	beds := r.wards[ward]
	for i := range beds {
		if beds[i].patient != "" {
			continue
		}
		now := time.Now()
		r.journal.Append("assign " + patient + " " + ward)
		if err := r.charges.Open(patient, ward, now); err != nil {
			return 0, err
		}
		beds[i] = bed{patient, now}
		return i, nil
	}
	return 0, ErrFull
}

// Occupied is the share of beds in use, for the tariff of the day.
func (r *Registry) Occupied(ward string) float64 {
	r.mu.RLock()
	defer r.mu.RUnlock()
	used := 0
	for _, b := range r.wards[ward] {
		if b.patient != "" {
			used++
		}
	}
	return float64(used) / float64(len(r.wards[ward])+1)
}

func (r *Registry) Names() []string {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var names []string
	for n := range r.wards {
		names = append(names, n)
	}
	return names
}
