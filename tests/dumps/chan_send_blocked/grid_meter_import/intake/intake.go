// Package intake stores the readings of a file.
package intake

import (
	"context"
	"fmt"
	"io"

	"golang.org/x/sync/errgroup"
	"stromnetz.ch/intake/readings"
)

type Sink interface {
	Store(ctx context.Context, batch []readings.Row) error
}

// File imports one file; it returns the first error.
func File(ctx context.Context, src io.Reader, sink Sink) error {
	g, ctx := errgroup.WithContext(ctx)
	rows := make(chan readings.Row)
	batches := make(chan []readings.Row, 1)
	g.Go(func() error {
		defer close(rows)
		return readings.Parse(src, rows)
	})
	g.Go(func() error {
		defer close(batches)
		return group(ctx, rows, batches)
	})
	g.Go(func() error {
		for b := range batches {
			if err := sink.Store(ctx, b); err != nil {
				return fmt.Errorf("intake: %w", err)
			}
		}
		return nil
	})
	return g.Wait()
}

func group(ctx context.Context, in <-chan readings.Row, out chan<- []readings.Row) error {
	var b []readings.Row
	for r := range in {
		if b = append(b, r); len(b) < 8 {
			continue
		}
		select {
		case out <- b:
			b = nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	out <- b
	return nil
}
