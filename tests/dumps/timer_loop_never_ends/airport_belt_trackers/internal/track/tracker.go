// Package track follows the bags that somebody asks for.
package track

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

// Scanner knows the last scan of a bag.
type Scanner interface {
	Last(ctx context.Context, tag string) (string, error)
}

// Tracker remembers the last scans.
type Tracker struct {
	scan  Scanner
	every time.Duration
	mu    sync.RWMutex
	last  map[string]string
}

// NewTracker returns a tracker that asks s again and again.
func NewTracker(s Scanner, every time.Duration) *Tracker {
	return &Tracker{scan: s, every: every, last: map[string]string{}}
}

// Follow starts to follow a bag that no belt has seen yet. The context is to outlive the request, and so nothing ever
// ends it: there is one poll more for each request.
func (t *Tracker) Follow(ctx context.Context, tag string) {
	if _, err := t.scan.Last(ctx, tag); err == nil {
		return
	}
	go t.poll(context.WithoutCancel(ctx), tag)
}

func (t *Tracker) poll(ctx context.Context, tag string) {
	tick := time.NewTicker(t.every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			s, err := t.scan.Last(ctx, tag)
			if err != nil {
				slog.Debug("scan", "tag", tag, "err", err)
				continue
			}
			t.mu.Lock()
			t.last[tag] = s
			t.mu.Unlock()
		}
	}
}

// Last returns the belt that saw a bag last, if any did.
func (t *Tracker) Last(tag string) string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.last[tag]
}
