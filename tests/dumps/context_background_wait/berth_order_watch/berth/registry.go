// Package berth knows which ship lies where.
package berth

import (
	"context"
	"sync"
)

// Order is a ship's wish for a berth.
type Order struct {
	Ship, Quay string
}

// Registry frees what an order took when its context ends.
type Registry struct {
	mu    sync.Mutex
	taken map[string]Order
	freed int
}

// NewRegistry is an empty harbour.
func NewRegistry() *Registry { return &Registry{taken: map[string]Order{}} }

// Hold takes a berth as long as ctx lives.
func (r *Registry) Hold(ctx context.Context, o Order) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if old, ok := r.taken[o.Quay]; ok && old.Ship != o.Ship {
		return false
	}
	r.taken[o.Quay] = o
	go r.releaseWhenDone(ctx, o)
	return true
}

func (r *Registry) releaseWhenDone(ctx context.Context, o Order) {
	<-ctx.Done()
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.taken[o.Quay] == o {
		delete(r.taken, o.Quay)
		r.freed++
	}
}
