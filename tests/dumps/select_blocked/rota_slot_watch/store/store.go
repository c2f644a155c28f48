// Package store keeps slots of a rota and tells of their changes.
package store

import (
	"context"
	"sync"
)

// Change is what happened to a slot.
type Change struct {
	Slot    string
	Deleted bool
}

// Store is in memory; the real one is a cluster.
type Store struct {
	mu       sync.Mutex
	owners   map[string]string
	watchers map[string][]chan Change
}

// Open makes an empty store.
func Open() *Store {
	return &Store{owners: map[string]string{}, watchers: map[string][]chan Change{}}
}

// Watch sends the changes of slots with the prefix until ctx ends.
func (s *Store) Watch(ctx context.Context, prefix string) <-chan Change {
	ch := make(chan Change, 4)
	s.mu.Lock()
	s.watchers[prefix] = append(s.watchers[prefix], ch)
	s.mu.Unlock()
	context.AfterFunc(ctx, func() { s.forget(prefix, ch) })
	return ch
}

func (s *Store) forget(prefix string, ch chan Change) {
	s.mu.Lock()
	defer s.mu.Unlock()
	kept := s.watchers[prefix][:0]
	for _, other := range s.watchers[prefix] {
		if other != ch {
			kept = append(kept, other)
		}
	}
	s.watchers[prefix] = kept
}

// Take makes owner the one who has the slot.
func (s *Store) Take(slot, owner string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.owners[slot] = owner
}
