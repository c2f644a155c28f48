package main

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

type page struct {
	url   string
	depth int
}

type fetcher func(ctx context.Context, p page) (links []page, err error)

type walker struct {
	g     *errgroup.Group
	ctx   context.Context
	fetch fetcher
}

func walk(ctx context.Context, root page, parallel int, f fetcher) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(parallel)
	w := &walker{g, ctx, f}
	g.Go(w.visit(root))
	return g.Wait()
}

func (w *walker) visit(p page) func() error {
	return func() error {
		links, err := w.fetch(w.ctx, p)
		if err != nil {
			return fmt.Errorf("%s: %w", p.url, err)
		}
		for _, l := range links {
			w.g.Go(w.visit(l))
		}
		return nil
	}
}

func fakeSite(fan, deep int) fetcher {
	return func(ctx context.Context, p page) ([]page, error) {
		time.Sleep(2 * time.Millisecond)
		if p.depth >= deep {
			return nil, nil
		}
		out := make([]page, fan)
		for i := range out {
			out[i] = page{fmt.Sprintf("%s/%d", p.url, i), p.depth + 1}
		}
		return out, nil
	}
}
