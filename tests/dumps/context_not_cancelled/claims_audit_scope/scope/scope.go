// Package scope carries who handles a claim.
package scope

import (
	"context"
	"time"
)

// Scope is a context of its own type: it ends with the office's day.
type Scope struct {
	adjuster string
	closing  <-chan struct{}
}

// New is the scope of an adjuster.
func New(adjuster string, closing <-chan struct{}) *Scope { return &Scope{adjuster, closing} }

// Deadline is unknown.
func (s *Scope) Deadline() (time.Time, bool) { return time.Time{}, false }

// Done ends with the office's day.
func (s *Scope) Done() <-chan struct{} { return s.closing }

// Err follows Done.
func (s *Scope) Err() error {
	select {
	case <-s.closing:
		return context.Canceled
	default:
		return nil
	}
}

type key struct{}

// Value knows the adjuster.
func (s *Scope) Value(k interface{}) interface{} {
	if k == (key{}) {
		return s.adjuster
	}
	return nil
}

// Adjuster of a context.
func Adjuster(ctx context.Context) string {
	name, _ := ctx.Value(key{}).(string)
	return name
}
