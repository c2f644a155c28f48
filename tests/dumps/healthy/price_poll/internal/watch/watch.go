// Package watch: long polls that wait for a version with sync.Cond, and time out by AfterFunc.
package watch

import (
	"sync"
	"time"
)

type Store struct {
	mu      sync.Mutex
	changed *sync.Cond
	version int
}

func New() *Store {
	s := &Store{}
	s.changed = sync.NewCond(&s.mu)
	go func() {
		for range time.Tick(30 * time.Second) {
			s.mu.Lock()
			s.version++
			s.mu.Unlock()
			s.changed.Broadcast()
		}
	}()
	return s
}

func (s *Store) After(v int) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.version <= v {
		s.changed.Wait()
	}
	return s.version
}
