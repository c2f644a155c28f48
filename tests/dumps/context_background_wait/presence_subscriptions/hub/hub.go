package hub

import (
	"context"
	"sync"
)

type Event struct{ Who, State string }

type subscriber struct {
	who    string
	events chan Event
	*Hub
}

// Hub fans events out to who listens.
type Hub struct {
	mu   sync.Mutex
	subs map[*subscriber]struct{}
	seen int
}

func New() *Hub { return &Hub{subs: map[*subscriber]struct{}{}} }

// Subscribe delivers events to fn until ctx ends.
func (h *Hub) Subscribe(ctx context.Context, who string, fn func(Event)) {
	s := &subscriber{who: who, events: make(chan Event, 4), Hub: h}
	h.mu.Lock()
	h.subs[s] = struct{}{}
	h.mu.Unlock()
	go s.pump(ctx, fn)
}

func (s *subscriber) pump(ctx context.Context, fn func(Event)) {
	defer s.drop()
	for {
		select {
		case e := <-s.events:
			fn(e)
		case <-ctx.Done():
			return
		}
	}
}

func (s *subscriber) drop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.subs, s)
}

// Publish never waits.
func (h *Hub) Publish(e Event) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.seen++
	for s := range h.subs {
		select {
		case s.events <- e:
		default:
		}
	}
}
