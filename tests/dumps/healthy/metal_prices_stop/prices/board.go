// Package prices holds the last price of each metal and streams it.
package prices

import (
	"context"
	"sync"
	"time"
)

type Board struct {
	mu      sync.RWMutex
	copper  float64
	changed chan struct{}
}

func NewBoard() *Board { return &Board{copper: 9120, changed: make(chan struct{})} }

// Last returns a price and a channel that the next one closes.
func (b *Board) Last() (float64, <-chan struct{}) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.copper, b.changed
}

// Move changes the price now and then.
func (b *Board) Move(ctx context.Context, every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			b.mu.Lock()
			b.copper += 0.5
			close(b.changed)
			b.changed = make(chan struct{})
			b.mu.Unlock()
		case <-ctx.Done():
			return
		}
	}
}
