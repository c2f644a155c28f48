// Package board tells walkers how many beds a hut has left tonight.
package board

import (
	"sync"
	"time"
)

// Change is one report of a warden.
type Change struct {
	Free int
	Last bool
}

type hut struct {
	mu      sync.Mutex
	walkers []chan int
	free    int
	feed    chan Change
	emptied chan struct{}
	render  func(Change) int
}

func openHut(render func(Change) int) *hut {
	h := &hut{feed: make(chan Change, 8), emptied: make(chan struct{}), render: render}
	go func() {
		defer close(h.emptied)
		for c := range h.feed {
			h.fold(c, h.render(c))
		}
	}()
	return h
}

// fold keeps the newest number and shows it to whoever looks at the board.
func (h *hut) fold(c Change, shown int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.free = shown
	for _, w := range h.walkers {
		select {
		case w <- shown:
		default:
		}
	}
	if c.Last {
		h.walkers = nil
	}
}

func (h *hut) offer(c Change) bool {
	select {
	case h.feed <- c:
		return true
	default:
		return false
	}
}

func (h *hut) join() (int, chan int) {
	w := make(chan int, 1)
	h.mu.Lock()
	defer h.mu.Unlock()
	h.walkers = append(h.walkers, w)
	return h.free, w
}

// stop ends the season of a hut.
func (h *hut) stop() {
	h.mu.Lock()
	defer h.mu.Unlock()
	close(h.feed)
	<-h.emptied
	h.walkers = nil
}

// Draw counts the beds as they are shown; the image of the board takes a moment.
func Draw(c Change) int {
	if c.Last {
		time.Sleep(60 * time.Millisecond)
		return 0
	}
	return c.Free
}
