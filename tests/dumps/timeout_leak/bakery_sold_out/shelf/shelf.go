// Package shelf counts what is left of the day.
package shelf

import (
	"errors"
	"sync"
	"time"
)

// ErrSoldOut says that nothing of that kind is left.
var ErrSoldOut = errors.New("sold out")

// Shelf is safe for concurrent use.
type Shelf struct {
	mu   sync.Mutex
	left map[string]int
}

// New fills a shelf.
func New(left map[string]int) *Shelf { return &Shelf{left: left} }

// Reserve takes one.
func (s *Shelf) Reserve(kind string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.left[kind] == 0 {
		return ErrSoldOut
	}
	s.left[kind]--
	return nil
}

// Bake puts new ones on the shelf, for ever.
func (s *Shelf) Bake(every time.Duration) {
	for range time.Tick(every) {
		s.mu.Lock()
		for kind := range s.left {
			s.left[kind] += 20
		}
		s.mu.Unlock()
	}
}
