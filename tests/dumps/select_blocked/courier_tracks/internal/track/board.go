// Package track collects the positions of couriers on tour.
package track

import "sync"

// Position is where a courier was seen.
type Position struct{ Lat, Lon float64 }

// Tour is one courier on the way.
type Tour struct {
	courier string
	points  chan Position
	stops   chan string
}

// Board shows all tours.
type Board struct {
	mu    sync.Mutex
	tours map[*Tour]bool
	seen  int
}

func NewBoard() *Board { return &Board{tours: map[*Tour]bool{}} }

// Begin starts a tour.
func (b *Board) Begin(courier string) *Tour {
	t := &Tour{courier: courier, points: make(chan Position), stops: make(chan string)}
	b.mu.Lock()
	b.tours[t] = true
	b.mu.Unlock()
	go b.collect(t)
	return t
}

// End takes a tour off the board.
func (b *Board) End(t *Tour) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.tours, t) // BUG: collect has no case that would tell it
}

// Point reports a position.
func (t *Tour) Point(p Position) { t.points <- p }

func (b *Board) collect(t *Tour) {
	for {
		select {
		case <-t.points:
			b.count()
		case <-t.stops:
			b.count()
		}
	}
}

func (b *Board) count() {
	b.mu.Lock()
	b.seen++
	b.mu.Unlock()
}
