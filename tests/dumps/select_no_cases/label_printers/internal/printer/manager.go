// Package printer keeps a session with each label printer.
package printer

import (
	"bytes"
	"log"
	"sync"
	"time"
)

type session struct {
	station string
	spool   bytes.Buffer
	idle    *time.Timer
}

// Manager knows the open sessions.
type Manager struct {
	mu       sync.Mutex
	sessions map[string]*session
}

func NewManager() *Manager { return &Manager{sessions: map[string]*session{}} }

// Open begins a shift at a station.
func (m *Manager) Open(station string) {
	s := &session{station: station}
	m.mu.Lock()
	m.sessions[station] = s
	m.mu.Unlock()
	go s.serve()
}

func (s *session) serve() {
	s.spool.Grow(4096)
	s.idle = time.AfterFunc(8*time.Hour, func() { log.Printf("station %s: shift is over", s.station) })
	defer s.idle.Stop()
	select {} // BUG: "keep the session alive", but nothing can ever end it
}
