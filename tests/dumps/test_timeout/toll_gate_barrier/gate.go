// Package gates opens barriers.
package gates

import (
	"sync"
	"time"
)

type Event struct {
	Lane int
	Open bool
}

type Gate struct {
	mu     sync.Mutex
	lanes  map[int]bool
	events chan Event
	closed chan struct{}
	wg     sync.WaitGroup
}

func New(lanes int) *Gate {
	g := &Gate{lanes: map[int]bool{}, events: make(chan Event), closed: make(chan struct{})}
	for i := 0; i < lanes; i++ {
		g.wg.Add(1)
		go g.lane(i)
	}
	return g
}

func (g *Gate) lane(n int) {
	defer g.wg.Done()
	t := time.NewTicker(5 * time.Millisecond)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			g.mu.Lock()
			g.lanes[n] = !g.lanes[n]
			open := g.lanes[n]
			g.mu.Unlock()
			g.events <- Event{n, open}
		case <-g.closed:
			return
		}
	}
}

func (g *Gate) Events() <-chan Event { return g.events }

// Close stops the lanes.
func (g *Gate) Close() {
	close(g.closed)
	g.wg.Wait()
	close(g.events)
}
