// Package scope is the context of one tenant's work: it ends with the request or when the tenant is locked.
package scope

import (
	"context"
	"sync"
)

// Tenant is who pays.
type Tenant struct {
	ID     string
	mu     sync.Mutex
	locked chan struct{}
}

// NewTenant is not locked.
func NewTenant(id string) *Tenant { return &Tenant{ID: id, locked: make(chan struct{})} }

// Lock ends all work of a tenant.
func (t *Tenant) Lock() {
	t.mu.Lock()
	defer t.mu.Unlock()
	close(t.locked)
	t.locked = make(chan struct{})
}

// Scope is a context.Context that knows its tenant; values come from the request.
type Scope struct {
	context.Context
	Tenant *Tenant
	done   <-chan struct{}
}

// Of returns the scope of a request.
func Of(ctx context.Context, t *Tenant) *Scope {
	t.mu.Lock()
	defer t.mu.Unlock()
	return &Scope{Context: ctx, Tenant: t, done: t.locked}
}

// Done is closed when the tenant is locked.
func (s *Scope) Done() <-chan struct{} { return s.done }

// Err says why.
func (s *Scope) Err() error {
	select {
	case <-s.done:
		return context.Canceled
	default:
		return s.Context.Err()
	}
}
