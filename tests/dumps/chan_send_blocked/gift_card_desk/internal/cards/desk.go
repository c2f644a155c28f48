// Package cards holds the balances; one goroutine makes all changes.
package cards

import (
	"errors"
	"fmt"
	"os"
	"time"
)

var ErrEmpty = errors.New("not enough on the card")

type order struct {
	do   func(balances) error
	done chan error
}

type balances map[string]int

type Desk struct {
	orders chan order
	book   *os.File
	pace   *time.Ticker
}

func Open() (*Desk, error) {
	book, err := os.CreateTemp("", "book")
	if err != nil {
		return nil, err
	}
	d := &Desk{orders: make(chan order), book: book, pace: time.NewTicker(5 * time.Millisecond)}
	go d.serve()
	return d, nil
}

func (d *Desk) serve() {
	b := balances{}
	for o := range d.orders {
		o.done <- o.do(b)
	}
}

func (d *Desk) ask(do func(balances) error) error {
	o := order{do, make(chan error, 1)}
	d.orders <- o
	return <-o.done
}

func (d *Desk) Balance(card string) (n int, err error) {
	err = d.ask(func(b balances) error { n = b[card]; return nil })
	return n, err
}

func (d *Desk) Charge(card string, n int) error {
	return d.ask(func(b balances) error {
		<-d.pace.C // the disk of the book has a limit of writes
		b[card] += n
		return d.enter(card, n)
	})
}

func (d *Desk) enter(card string, n int) error {
	if _, err := fmt.Fprintln(d.book, card, n); err != nil {
		return err
	}
	return d.book.Sync()
}

// Move takes from one card and gives to the other.
func (d *Desk) Move(from, to string, n int) error {
	return d.ask(func(b balances) error {
		if err := d.covered(from, n); err != nil {
			return err
		}
		b[from] -= n
		b[to] += n
		return d.enter(from+" "+to, n)
	})
}

// covered tells if the card has enough.
func (d *Desk) covered(card string, n int) error {
	have, err := d.Balance(card)
	if err == nil && have < n {
		err = ErrEmpty
	}
	return err
}
