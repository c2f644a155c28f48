package fx

import (
	"context"
	"errors"
	"fmt"
	"time"

	"treasury/fx/memo"
)

type Pair struct{ From, To string }

type Rate float64

func (r Rate) String() string { return fmt.Sprintf("%.4f", float64(r)) }

type Converter struct{ *memo.Table[Pair, Rate] }

func NewConverter() *Converter { return &Converter{memo.New(quote)} }

func (c *Converter) Rate(p Pair) (Rate, error) { return c.Get(p) }

func (c *Converter) Expire(ctx context.Context, every time.Duration) {
	for {
		select {
		case <-time.After(every):
			c.Clear()
		case <-ctx.Done():
			return
		}
	}
}

func quote(p Pair) (Rate, error) {
	if p.From == "" {
		return 0, errors.New("no currency")
	}
	return Rate(len(p.From)) / Rate(len(p.To)+1), nil
}
