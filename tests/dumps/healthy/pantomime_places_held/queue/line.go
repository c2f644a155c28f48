// Package queue keeps visitors in line while a sale is busy.
package queue

import (
	"context"
	"errors"
	"sync/atomic"
	"time"
)

// Line holds each visitor for the same time.
type Line struct {
	hold time.Duration
	n    int64
}

func New(hold time.Duration) *Line { return &Line{hold: hold} }

func (l *Line) Len() int64 { return atomic.LoadInt64(&l.n) }

// Hold returns nil when the time is over, and an error when the visitor has left before.
func (l *Line) Hold(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, l.hold)
	defer cancel()
	atomic.AddInt64(&l.n, 1)
	defer atomic.AddInt64(&l.n, -1)
	<-ctx.Done()
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return nil
	}
	return ctx.Err()
}
