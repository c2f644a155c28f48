// Package cards keeps gift cards.
package cards

import (
	"errors"
	"sync"
)

var errEmpty = errors.New("not enough on the card")

// Cards is safe for concurrent use.
type Cards struct {
	mu   sync.Mutex
	left map[string]int
}

func New() *Cards { return &Cards{left: map[string]int{"A": 5000, "B": 0}} }

// Pay takes money from a card.
func (c *Cards) Pay(code string, cents int) error {
	c.mu.Lock()
	if c.left[code] < cents {
		return errEmpty // BUG: the lock stays locked
	}
	c.left[code] -= cents
	c.mu.Unlock()
	return nil
}

// Left is what remains.
func (c *Cards) Left(code string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.left[code]
}
