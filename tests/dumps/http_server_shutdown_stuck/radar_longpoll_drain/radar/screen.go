// Package radar has the flights on the screen.
package radar

import (
	"fmt"
	"net/http"
	"sync"
)

// Screen wakes all who wait when a flight moves.
type Screen struct {
	mu     sync.Mutex
	moved  chan struct{}
	flight string
	closed bool
}

func NewScreen() *Screen { return &Screen{moved: make(chan struct{})} }

func (s *Screen) next() <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.moved
}

// Wait answers at the next movement.
func (s *Screen) Wait(w http.ResponseWriter, r *http.Request) {
	select {
	case <-s.next():
		s.mu.Lock()
		flight := s.flight
		s.mu.Unlock()
		fmt.Fprintln(w, flight)
	case <-r.Context().Done():
	}
}

// Move is called by the feed of the tower.
func (s *Screen) Move(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		http.Error(w, "closed", http.StatusGone)
		return
	}
	s.flight = r.URL.Query().Get("number")
	close(s.moved)
	s.moved = make(chan struct{})
}

// Close wakes those who still wait.
func (s *Screen) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.closed {
		s.closed = true
		close(s.moved)
	}
}
