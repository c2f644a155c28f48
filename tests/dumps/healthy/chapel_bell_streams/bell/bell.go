// Package bell tells listeners when a bell is rung.
package bell

import (
	"context"
	"sync"
)

type Stroke struct {
	Tower string
	N     int
}

type Ringer struct {
	mu        sync.RWMutex
	listeners map[chan Stroke]struct{}
	dropped   int64
}

func New() *Ringer { return &Ringer{listeners: map[chan Stroke]struct{}{}} }

// Follow calls f for each stroke until ctx ends.
func (r *Ringer) Follow(ctx context.Context, f func(Stroke) error) error {
	in := make(chan Stroke, 4)
	r.mu.Lock()
	r.listeners[in] = struct{}{}
	r.mu.Unlock()
	defer func() {
		r.mu.Lock()
		delete(r.listeners, in)
		r.mu.Unlock()
	}()
	for {
		select {
		case s := <-in:
			if err := f(s); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// Ring never waits for a listener.
func (r *Ringer) Ring(s Stroke) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	for l := range r.listeners {
		select {
		case l <- s:
		default:
		}
	}
}
