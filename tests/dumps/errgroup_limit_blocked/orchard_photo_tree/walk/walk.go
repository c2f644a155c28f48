// Package walk indexes the photos of an orchard, plot by plot.
package walk

import (
	"context"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

type Plot struct {
	Name   string
	Photos int
	Parts  []*Plot
}

type Index struct {
	mu     sync.Mutex
	photos map[string]int
}

func (x *Index) add(name string, n int) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.photos[name] = n
}

type Walker struct {
	group *errgroup.Group
	ctx   context.Context
	index *Index
}

func Run(ctx context.Context, root *Plot, limit int) (map[string]int, error) {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(limit)
	w := &Walker{group: g, ctx: ctx, index: &Index{photos: map[string]int{}}}
	w.visit(root)
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return w.index.photos, nil
}

func (w *Walker) visit(p *Plot) {
	w.group.Go(func() error {
		time.Sleep(2 * time.Millisecond)
		w.index.add(p.Name, p.Photos)
		for _, part := range p.Parts {
			w.visit(part)
		}
		return w.ctx.Err()
	})
}
