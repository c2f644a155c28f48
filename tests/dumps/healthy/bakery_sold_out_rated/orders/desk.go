// Package orders takes orders and thanks for them.
package orders

import (
	"errors"
	"time"

	"loaf.example/bakery/shelf"
)

var errUnknown = errors.New("please pay in advance")

// Desk takes orders.
type Desk struct {
	shelf  *shelf.Shelf
	thanks chan string
}

// NewDesk starts the three who write the cards.
func NewDesk(s *shelf.Shelf) *Desk {
	d := &Desk{shelf: s, thanks: make(chan string, 64)}
	for i := 0; i < 3; i++ {
		go d.writeCards()
	}
	return d
}

// Place looks up how good the customer is while the bread is taken from the shelf.
func (d *Desk) Place(customer, bread string) error {
	rating := make(chan int, 1)
	go func() { rating <- rate(customer) }()
	if err := d.shelf.Reserve(bread); err != nil {
		return err
	}
	if <-rating < 3 {
		return errUnknown
	}
	d.thanks <- customer
	return nil
}

func (d *Desk) writeCards() {
	for customer := range d.thanks {
		_ = customer
	}
}

func rate(customer string) int {
	time.Sleep(8 * time.Millisecond)
	return 3 + len(customer)%5
}
