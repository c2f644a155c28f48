// Package pass checks ski passes.
package pass

import (
	"context"
	"time"

	"bergbahn.ch/passes/once"
)

type Resort struct {
	Name  string
	Lifts []string
}

type Checker struct {
	herd  once.Herd
	delay time.Duration
}

func NewChecker(delay time.Duration) *Checker { return &Checker{delay: delay} }

// Lifts asks the resort, which is far away, for what runs now.
func (c *Checker) Lifts(ctx context.Context, resort string) (*Resort, error) {
	v, err := c.herd.Do(resort, func() (interface{}, error) { return c.fetch(ctx, resort) })
	if err != nil {
		return nil, err
	}
	return v.(*Resort), nil
}

func (c *Checker) fetch(ctx context.Context, resort string) (*Resort, error) {
	t := time.NewTimer(c.delay)
	defer t.Stop()
	select {
	case <-t.C:
		return &Resort{resort, []string{"gondel", "sessel"}}, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
