// Package hub passes goals on to everybody who follows a match.
package hub

import (
	"sync"
	"time"
)

type Event struct {
	Match      string
	Home, Away int
	At         time.Time
}

type Subscription struct {
	match string
	ch    chan Event
}

func (s *Subscription) Events() <-chan Event { return s.ch }

type Hub struct {
	mu   sync.Mutex
	subs map[string][]*Subscription
}

func New() *Hub { return &Hub{subs: map[string][]*Subscription{}} }

func (h *Hub) Subscribe(match string) *Subscription {
	h.mu.Lock()
	defer h.mu.Unlock()
	s := &Subscription{match: match, ch: make(chan Event, 2)}
	h.subs[match] = append(h.subs[match], s)
	return s
}

func (h *Hub) Publish(e Event) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, s := range h.subs[e.Match] {
		s.deliver(e)
	}
}

func (s *Subscription) deliver(e Event) { s.ch <- e }
