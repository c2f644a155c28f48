// Package cart stores carts.
package cart

import "sync"

type Store struct {
	mu    sync.Mutex
	carts map[string][]string
	peek  sync.RWMutex
}

func NewStore() *Store { return &Store{carts: map[string][]string{}} }

func (s *Store) Size(visitor string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.carts[visitor])
}

// Add puts items into the visitor's cart.
func (s *Store) Add(visitor, item string, count int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if count == 0 {
		s.mu.Unlock() // BUG: the deferred call unlocks again
		return
	}
	for ; count > 0; count-- {
		s.carts[visitor] = append(s.carts[visitor], item)
	}
}

// Peek looks at a cart without taking part in the queue of writers.
func (s *Store) Peek(visitor string) []string {
	defer s.peek.RUnlock() // BUG: unlocks what was never locked when there is no cart
	items, ok := s.carts[visitor]
	if !ok {
		return nil
	}
	s.peek.RLock()
	return items
}

// Clear empties a cart.
func (s *Store) Clear(visitor string) {
	s.peek.RLock()
	delete(s.carts, visitor)
	s.peek.Unlock() // BUG: locked for reading
}
