package board

import "sync"

type Ticket struct {
	Table int
	Dish  string
}

type Board struct {
	mu       sync.Mutex
	stations map[string][]chan Ticket
}

func New() *Board { return &Board{stations: map[string][]chan Ticket{}} }

func (b *Board) Subscribe(station string) <-chan Ticket {
	c := make(chan Ticket, 8)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.stations[station] = append(b.stations[station], c)
	return c
}

func (b *Board) Publish(station string, t Ticket) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range b.stations[station] {
		select {
		case c <- t:
		default: // a slow display misses a ticket
		}
	}
}
