// Package walk counts what is in the stores of a museum.
package walk

import (
	"context"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
)

// Place is a building, a room, a cabinet or a drawer.
type Place struct {
	Name   string
	Things int
	Inside []*Place
}

// Inventory counts with a limited number of visitors.
type Inventory struct {
	group  *errgroup.Group
	things atomic.Int64
	visits atomic.Int64
}

// Count is how many things are in a place.
func Count(ctx context.Context, root *Place, visitors int) (int64, error) {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(visitors)
	inv := &Inventory{group: g}
	g.Go(func() error { return inv.visit(ctx, root) })
	if err := g.Wait(); err != nil {
		return 0, err
	}
	return inv.things.Load(), nil
}

func (inv *Inventory) visit(ctx context.Context, p *Place) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	time.Sleep(2 * time.Millisecond) // its label
	inv.visits.Add(1)
	inv.things.Add(int64(p.Things))
	for _, in := range p.Inside {
		in := in
		inv.group.Go(func() error { return inv.visit(ctx, in) })
	}
	return nil
}
