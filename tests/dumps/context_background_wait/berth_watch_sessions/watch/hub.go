package watch

import (
	"context"
	"sync"
)

type Session struct {
	ID    int
	berth string
	ctx   context.Context
}

func (s *Session) State() string {
	if s.ctx.Err() != nil {
		return "closed"
	}
	return "watching " + s.berth
}

type Hub struct {
	mu       sync.Mutex
	next     int
	sessions map[int]*Session
	stop     map[string]context.CancelFunc
}

func NewHub() *Hub {
	return &Hub{sessions: map[int]*Session{}, stop: map[string]context.CancelFunc{}}
}

// Open begins a session; it is dropped when its context ends.
func (h *Hub) Open(berth string) *Session {
	ctx, cancel := context.WithCancel(context.Background())
	h.mu.Lock()
	defer h.mu.Unlock()
	h.next++
	s := &Session{ID: h.next, berth: berth, ctx: ctx}
	h.sessions[s.ID] = s
	h.stop[berth] = cancel
	go h.dropWhenDone(s)
	return s
}

func (h *Hub) dropWhenDone(s *Session) {
	<-s.ctx.Done()
	h.mu.Lock()
	delete(h.sessions, s.ID)
	h.mu.Unlock()
}

func (h *Hub) Len() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.sessions)
}
