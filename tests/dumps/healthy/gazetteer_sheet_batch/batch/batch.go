// Package batch runs the parts of a job, a few at a time.
package batch

import (
	"context"
	"fmt"
	"sync"

	"golang.org/x/sync/semaphore"
)

type Batch struct {
	sem  *semaphore.Weighted
	wg   sync.WaitGroup
	mu   sync.Mutex
	errs []error
}

func New(atOnce int64) *Batch { return &Batch{sem: semaphore.NewWeighted(atOnce)} }

// Launch starts f when there is room for it.
func (b *Batch) Launch(ctx context.Context, f func() error) {
	b.wg.Add(1)
	if err := b.sem.Acquire(ctx, 1); err != nil {
		b.fail(fmt.Errorf("not started: %w", err))
		b.wg.Done()
		return
	}
	go func() {
		defer b.wg.Done()
		defer b.sem.Release(1)
		if err := f(); err != nil {
			b.fail(err)
		}
	}()
}

func (b *Batch) fail(err error) {
	b.mu.Lock()
	b.errs = append(b.errs, err)
	b.mu.Unlock()
}

// Finish waits for all that was launched.
func (b *Batch) Finish() []error {
	b.wg.Wait()
	return b.errs
}
