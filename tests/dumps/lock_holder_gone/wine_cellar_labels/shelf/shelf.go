// Package shelf knows the bottles of a cellar.
package shelf

import (
	"errors"
	"sync"
)

type Bottle struct {
	Label string
	Year  int
	Count int
}

var (
	ErrUnknown = errors.New("shelf: no such bottle")
	ErrEmpty   = errors.New("shelf: sold out")
)

type Shelf struct {
	sync.RWMutex
	bottles map[string]*Bottle
}

func New(bs ...*Bottle) *Shelf {
	s := &Shelf{bottles: map[string]*Bottle{}}
	for _, b := range bs {
		s.bottles[b.Label] = b
	}
	return s
}

// Peek returns a copy of what is on the shelf.
func (s *Shelf) Peek(label string) (Bottle, error) {
	s.RLock()
	b, ok := s.bottles[label]
	switch {
	case !ok:
		s.RUnlock()
		return Bottle{}, ErrUnknown
	case b.Count == 0:
		return Bottle{}, ErrEmpty
	}
	out := *b
	s.RUnlock()
	return out, nil
}

// Take removes bottles and returns how many were there.
func (s *Shelf) Take(label string, n int) (int, error) {
	s.Lock()
	defer s.Unlock()
	b, ok := s.bottles[label]
	if !ok {
		return 0, ErrUnknown
	}
	if n > b.Count {
		n = b.Count
	}
	b.Count -= n
	return n, nil
}
