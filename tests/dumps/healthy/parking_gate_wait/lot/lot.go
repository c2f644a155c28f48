package lot

import (
	"context"
	"sync"
)

// Lot tells who waits that the number of free places has changed.
type Lot struct {
	mu      sync.Mutex
	free    int
	version int
	changed chan struct{}
}

func New(free int) *Lot { return &Lot{free: free, changed: make(chan struct{})} }

func (l *Lot) Set(free int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.free == free {
		return
	}
	l.free, l.version = free, l.version+1
	close(l.changed)
	l.changed = make(chan struct{})
}

// After returns as soon as there is a version newer than seen, or when ctx ends.
func (l *Lot) After(ctx context.Context, seen int) (free, version int, err error) {
	for {
		l.mu.Lock()
		free, version = l.free, l.version
		changed := l.changed
		l.mu.Unlock()
		if version > seen {
			return free, version, nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return free, version, ctx.Err()
		}
	}
}
