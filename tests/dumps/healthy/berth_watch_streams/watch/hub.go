package watch

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"time"
)

type session struct {
	berth  string
	events chan string
}

type Hub struct {
	mu       sync.RWMutex
	sessions map[*session]struct{}
}

func NewHub() *Hub { return &Hub{sessions: map[*session]struct{}{}} }

// Tide tells all sessions the level of the water once a minute.
func (h *Hub) Tide() {
	for at := range time.Tick(time.Minute) {
		h.mu.RLock()
		for s := range h.sessions {
			select {
			case s.events <- at.Format(time.Kitchen):
			default:
			}
		}
		h.mu.RUnlock()
	}
}

// Serve writes the events of a session until the client goes.
func (h *Hub) Serve(ctx context.Context, w http.ResponseWriter, berth string) {
	s := &session{berth: berth, events: make(chan string, 4)}
	h.mu.Lock()
	h.sessions[s] = struct{}{}
	h.mu.Unlock()
	go h.dropWhenDone(ctx, s)
	fmt.Fprintf(w, "data: %s\n\n", berth)
	w.(http.Flusher).Flush()
	for e := range s.events {
		if _, err := fmt.Fprintf(w, "data: %s %s\n\n", berth, e); err != nil {
			return
		}
		w.(http.Flusher).Flush()
	}
}

// dropWhenDone ends the session of a client that is gone.
func (h *Hub) dropWhenDone(ctx context.Context, s *session) {
	<-ctx.Done()
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.sessions, s)
	close(s.events)
}
