// Package flags is the in-memory store of feature flags.
package flags

import "sync"

// Observer hears about changes.
type Observer interface {
	FlagChanged(key string, on bool)
}

// ObserverFunc is a function as Observer.
type ObserverFunc func(key string, on bool)

func (f ObserverFunc) FlagChanged(key string, on bool) { f(key, on) }

type Store struct {
	sync.Mutex
	values    map[string]bool
	observers []Observer
}

func New() *Store { return &Store{values: map[string]bool{}} }

func (s *Store) with(fn func()) {
	s.Lock()
	defer s.Unlock()
	fn()
}

func (s *Store) Observe(o Observer) {
	s.with(func() { s.observers = append(s.observers, o) })
}

// Enabled tells whether a flag is on.
func (s *Store) Enabled(key string) (on bool) {
	s.with(func() { on = s.values[key] })
	return
}

// Set changes a flag and tells everybody.
func (s *Store) Set(key string, on bool) {
	s.with(func() {
		if s.values[key] == on {
			return
		}
		s.values[key] = on
		for _, o := range s.observers {
			o.FlagChanged(key, on)
		}
	})
}
