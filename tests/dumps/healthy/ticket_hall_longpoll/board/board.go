// Package board tells waiting screens the number that is called next.
package board

import (
	"context"
	"sync"
	"time"
)

type Board struct {
	mu      sync.Mutex
	number  int
	changed chan struct{}
}

func New() *Board { return &Board{changed: make(chan struct{})} }

func (b *Board) Call() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.number++
	close(b.changed)
	b.changed = make(chan struct{})
	return b.number
}

func (b *Board) Next(ctx context.Context, patience time.Duration) (int, bool) {
	b.mu.Lock()
	changed := b.changed
	b.mu.Unlock()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-changed:
	case <-timer.C:
		return 0, false
	case <-ctx.Done():
		return 0, false
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.number, true
}
