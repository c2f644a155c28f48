// Package offer asks carriers what a load would cost.
package offer

import (
	"context"
	"fmt"
	"time"
)

type Load struct {
	ID     string
	Pallet int
}

type Offer struct {
	Carrier string
	Cents   int
	Err     error
}

type Carrier interface {
	Name() string
	Price(ctx context.Context, l Load) (int, error)
}

type Desk struct {
	carriers []Carrier
}

func NewDesk(c ...Carrier) *Desk { return &Desk{carriers: c} }

// First returns the first offer that is not an error.
func (d *Desk) First(ctx context.Context, l Load) (Offer, error) {
	offers := make(chan Offer)
	for _, c := range d.carriers {
		go d.ask(ctx, c, l, offers)
	}
	for range d.carriers {
		if o := <-offers; o.Err == nil {
			return o, nil
		}
	}
	return Offer{}, fmt.Errorf("load %s: nobody drives", l.ID)
}

func (d *Desk) ask(ctx context.Context, c Carrier, l Load, out chan<- Offer) {
	cents, err := c.Price(ctx, l)
	out <- Offer{Carrier: c.Name(), Cents: cents, Err: err}
}

type Tariff struct {
	Label string
	Delay time.Duration
	Base  int
}

func (t Tariff) Name() string { return t.Label }

func (t Tariff) Price(ctx context.Context, l Load) (int, error) {
	select {
	case <-time.After(t.Delay):
		return t.Base + l.Pallet*1200, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}
