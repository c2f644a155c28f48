// Package kiln burns bricks in chambers, each with a goroutine of its own.
package kiln

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"
)

// Order asks a chamber for something.
type Order struct {
	Bricks int
	Reply  chan string
}

// Kiln has chambers.
type Kiln struct {
	chambers []chan Order
}

// New has n chambers.
func New(n int) *Kiln {
	k := &Kiln{}
	for i := 0; i < n; i++ {
		k.chambers = append(k.chambers, make(chan Order))
	}
	return k
}

// Burn supervises the chambers until ctx ends or one of them fails.
func (k *Kiln) Burn(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	for i, in := range k.chambers {
		i, in := i, in
		g.Go(func() error { return k.chamber(ctx, i, in) })
	}
	return g.Wait()
}

func (k *Kiln) chamber(ctx context.Context, no int, in chan Order) error {
	burnt := 0
	for {
		select {
		case o := <-in:
			if o.Bricks > 1000 {
				return fmt.Errorf("chamber %d: too many", no)
			}
			burnt += o.Bricks
			o.Reply <- fmt.Sprintf("chamber %d: %d", no, burnt)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// Put orders from a chamber.
func (k *Kiln) Put(no, bricks int) string {
	reply := make(chan string, 1)
	k.chambers[no%len(k.chambers)] <- Order{bricks, reply}
	return <-reply
}
