// Package tags prints in groups, on a pool of printers.
//
// The context of the pool of github.com/alitto/pond/v2 2.5.0 ends while most of a group is queued. The queue is dropped,
// its tasks are never told as done to the group's WaitGroup, and Wait does not return.
// https://github.com/alitto/pond/issues/138
package tags

import (
	"context"
	"time"

	"github.com/alitto/pond/v2"
)

// Shop has a few printers for each order.
type Shop struct{ Printers int }

// Print prints the tags of a shelf and returns when all are printed or ctx is done.
func (s *Shop) Print(ctx context.Context, shelf string) error {
	printers := pond.NewPool(s.Printers, pond.WithContext(ctx))
	group := printers.NewGroup()
	for i := 0; i < 40; i++ {
		group.Submit(func() { time.Sleep(40 * time.Millisecond) })
	}
	return group.Wait()
}
