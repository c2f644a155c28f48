// Package press strikes coins.
package press

import (
	"errors"
	"time"

	"muenze.at/mint/gate"
)

type Order struct {
	Motif string
	Coins int
}

// Hall has presses; some of them may heat at the same time.
type Hall struct {
	presses gate.Gate
	furnace gate.Gate
}

func NewHall(presses, heating int) *Hall {
	return &Hall{presses: gate.Of(presses), furnace: gate.Of(heating)}
}

func (h *Hall) Strike(o Order) error {
	if o.Coins <= 0 {
		return errors.New("press: nothing to strike")
	}
	return h.presses.With(func() error {
		if err := h.furnace.With(func() error { return anneal(o) }); err != nil {
			return err
		}
		time.Sleep(time.Duration(o.Coins) * 10 * time.Millisecond)
		return nil
	})
}

func anneal(o Order) error {
	time.Sleep(140 * time.Millisecond)
	return nil
}
