// Package basket keeps what customers want to buy.
package basket

import "fmt"

type Store struct {
	totals map[string]int
	log    []string
	rates  map[string]int
	visits int
}

func NewStore() *Store { return &Store{totals: map[string]int{}} }

// Add counts an item of a customer.
func (s *Store) Add(customer string) {
	s.totals[customer]++ // BUG: no lock
}

// Log remembers who came.
func (s *Store) Log(customer string) {
	s.log = append(s.log, customer) // BUG: no lock
}

// Rates are read once, when first needed.
func (s *Store) Rates() map[string]int {
	if s.rates == nil {
		s.rates = map[string]int{"ada": 3} // BUG: not sync.Once
	}
	return s.rates
}

// Visit counts.
func (s *Store) Visit() {
	s.visits++ // BUG: not atomic
}

func (s *Store) Report() { fmt.Println(len(s.totals), len(s.log), s.visits) }
