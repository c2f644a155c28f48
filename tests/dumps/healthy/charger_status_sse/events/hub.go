package events

import (
	"sync"
	"time"
)

type Change struct{ Station, State string }

type Hub struct {
	mu   sync.Mutex
	subs map[string]map[chan Change]struct{}
}

func NewHub() *Hub { return &Hub{subs: map[string]map[chan Change]struct{}{}} }

func (h *Hub) Follow(station string) (<-chan Change, func()) {
	c := make(chan Change, 8)
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.subs[station] == nil {
		h.subs[station] = map[chan Change]struct{}{}
	}
	h.subs[station][c] = struct{}{}
	return c, func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		delete(h.subs[station], c)
	}
}

func (h *Hub) Poll(changed func() []Change, every time.Duration) {
	for {
		for _, c := range changed() {
			h.tell(c)
		}
		time.Sleep(every)
	}
}

func (h *Hub) tell(c Change) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for sub := range h.subs[c.Station] {
		select {
		case sub <- c:
		default:
		}
	}
}
