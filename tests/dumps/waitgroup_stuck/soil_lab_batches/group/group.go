// Package group runs functions with a limit and keeps all their errors.
package group

import (
	"context"
	"fmt"
	"sync"

	"golang.org/x/sync/semaphore"
)

type Group struct {
	sem *semaphore.Weighted
	wg  sync.WaitGroup
	ctx context.Context

	mu   sync.Mutex
	errs []error
}

func New(ctx context.Context, limit int64) *Group {
	return &Group{ctx: ctx, sem: semaphore.NewWeighted(limit)}
}

func (g *Group) Go(f func() error) {
	g.wg.Add(1)
	if err := g.sem.Acquire(g.ctx, 1); err != nil {
		g.fail(fmt.Errorf("no slot: %w", err))
		return
	}
	go func() {
		defer g.wg.Done()
		defer g.sem.Release(1)
		if err := f(); err != nil {
			g.fail(err)
		}
	}()
}

func (g *Group) fail(err error) {
	g.mu.Lock()
	g.errs = append(g.errs, err)
	g.mu.Unlock()
}

func (g *Group) Wait() error {
	g.wg.Wait()
	if len(g.errs) > 0 {
		return fmt.Errorf("%d of the group failed, first: %w", len(g.errs), g.errs[0])
	}
	return nil
}
