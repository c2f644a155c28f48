package cinema

import (
	"errors"

	"kinopalast.at/booking/internal/actor"
)

type plan struct {
	rows  [][]bool
	holds int
}

// Room is one hall and its seats.
type Room struct{ ref *actor.Ref[plan] }

// NewRoom with seats.
func NewRoom(name string, rows, width int) *Room {
	p := &plan{rows: make([][]bool, rows)}
	for i := range p.rows {
		p.rows[i] = make([]bool, width)
	}
	return &Room{actor.Spawn(name, p)}
}

// ErrTaken means somebody was faster.
var ErrTaken = errors.New("seat is taken")

// Book takes a seat.
func (r *Room) Book(row, seat int) error {
	return actor.Ask(r.ref, func(p *plan) error {
		if p.rows[row][seat] {
			return ErrTaken
		}
		p.rows[row][seat] = true
		p.holds++
		return nil
	})
}
