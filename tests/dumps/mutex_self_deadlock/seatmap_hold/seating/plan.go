package seating

import (
	"fmt"

	"github.com/stagedoor/boxoffice/pkg/guard"
)

type house map[string]string

type Plan struct {
	seats *guard.Value[house]
	limit int
}

func NewPlan(limit int) *Plan { return &Plan{seats: guard.New(house{}), limit: limit} }

func (p *Plan) Taken() int { return guard.Read(p.seats, func(h house) int { return len(h) }) }

func (p *Plan) Hold(seat, buyer string) error {
	return p.seats.With(func(h *house) error {
		if owner, ok := (*h)[seat]; ok && owner != buyer {
			return p.conflict(seat, owner)
		}
		(*h)[seat] = buyer
		return nil
	})
}

func (p *Plan) conflict(seat, owner string) error {
	return fmt.Errorf("seat %s is held by %s, %d of %d are left", seat, owner, p.limit-p.Taken(), p.limit)
}
