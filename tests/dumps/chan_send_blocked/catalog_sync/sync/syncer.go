package sync

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"
)

type item struct {
	sku   string
	price int
}

type Syncer struct {
	Vendor string
}

// Run copies a vendor's catalogue: one goroutine lists, three write.
func (s Syncer) Run(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	items := make(chan item)
	g.Go(func() error {
		defer close(items)
		return s.list(ctx, func(it item) { items <- it })
	})
	for i := 0; i < 3; i++ {
		g.Go(func() error {
			for it := range items {
				if err := s.upsert(ctx, it); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return g.Wait()
}

func (s Syncer) list(_ context.Context, emit func(item)) error {
	for n := 0; n < 50; n++ {
		emit(item{fmt.Sprintf("%s-%d", s.Vendor, n), n})
	}
	return nil
}

func (s Syncer) upsert(_ context.Context, it item) error {
	if it.price%7 == 3 {
		return fmt.Errorf("%s: duplicate key", it.sku)
	}
	return nil
}
