// Package session keeps the link of a field controller alive while a gardener is logged in.
package session

import (
	"log"
	"sync"
	"time"
)

type Session struct {
	Field string
	beat  *time.Ticker
	mu    sync.Mutex
	beats int
}

type Registry struct {
	mu   sync.Mutex
	open map[string]*Session
}

func NewRegistry() *Registry { return &Registry{open: map[string]*Session{}} }

func (r *Registry) Login(field string) *Session {
	s := &Session{Field: field, beat: time.NewTicker(5 * time.Second)}
	go s.keepAlive()
	r.mu.Lock()
	r.open[field] = s
	r.mu.Unlock()
	return s
}

// Logout stops the beats.
func (r *Registry) Logout(field string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if s := r.open[field]; s != nil {
		s.beat.Stop()
		delete(r.open, field)
	}
}

func (s *Session) keepAlive() {
	for range s.beat.C {
		s.mu.Lock()
		s.beats++
		s.mu.Unlock()
	}
	log.Printf("%s: no more beats", s.Field)
}
