package bom

import (
	"context"
	"fmt"
	"sync"

	"golang.org/x/sync/errgroup"
)

// PartNo names a part or an assembly.
type PartNo string

type component struct {
	part PartNo
	qty  int
}

// Catalog gives the direct components of an assembly.
type Catalog interface {
	Components(ctx context.Context, p PartNo) (map[PartNo]int, error)
	Price(ctx context.Context, p PartNo) (int64, error)
}

type explosion struct {
	catalog Catalog
	group   *errgroup.Group
	ctx     context.Context

	mu    sync.Mutex
	total int64
}

// Cost adds up all the parts below root, at most width at the same time.
func Cost(ctx context.Context, catalog Catalog, root PartNo, width int) (int64, error) {
	g, gctx := errgroup.WithContext(ctx)
	g.SetLimit(width)
	x := &explosion{catalog: catalog, group: g, ctx: gctx}
	g.Go(func() error { return x.visit(root, 1) })
	if err := g.Wait(); err != nil {
		return 0, fmt.Errorf("costing %s: %w", root, err)
	}
	return x.total, nil
}

func (x *explosion) visit(p PartNo, qty int) error {
	below, err := x.catalog.Components(x.ctx, p)
	if err != nil {
		return err
	}
	if len(below) == 0 {
		price, err := x.catalog.Price(x.ctx, p)
		if err != nil {
			return err
		}
		x.mu.Lock()
		x.total += price * int64(qty)
		x.mu.Unlock()
		return nil
	}
	for part, n := range below {
		c := component{part, n * qty}
		x.group.Go(func() error { return x.visit(c.part, c.qty) })
	}
	return nil
}
