// Package scope limits what a customer group may see.
package scope

import (
	"context"
	"time"
)

// Scope is a context of its own: it ends when the group is closed.
type Scope struct {
	group  string
	closed chan struct{}
}

func New(group string) *Scope { return &Scope{group, make(chan struct{})} }

func (s *Scope) Deadline() (time.Time, bool)       { return time.Time{}, false }
func (s *Scope) Done() <-chan struct{}             { return s.closed }
func (s *Scope) Value(key interface{}) interface{} { return nil }

func (s *Scope) Err() error {
	select {
	case <-s.closed:
		return context.Canceled
	default:
		return nil
	}
}

// Find searches within the scope.
func (s *Scope) Find(query string) int {
	ctx, cancel := context.WithCancel(s)
	hits := s.lookup(ctx, query)
	if hits > 1000 {
		cancel() // BUG: called only when there is too much
	}
	return hits
}

func (s *Scope) lookup(ctx context.Context, query string) int {
	select {
	case <-ctx.Done():
		return 0
	case <-time.After(time.Millisecond):
		return len(query)
	}
}
