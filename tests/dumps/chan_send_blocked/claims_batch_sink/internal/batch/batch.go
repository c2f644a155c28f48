// Package batch groups single items into slices for sinks that like big writes.
package batch

import (
	"context"
	"fmt"
	"time"
)

// Sink persists one batch.
type Sink[T any] interface {
	WriteBatch(ctx context.Context, items []T) error
}

// Options of a Writer.
type Options struct {
	Max   int
	Queue int
	Every time.Duration
}

// Writer collects items and hands them to its sink.
type Writer[T any] struct {
	opt  Options
	sink Sink[T]
	in   chan T
}

// NewWriter prepares a writer; Run moves the items.
func NewWriter[T any](sink Sink[T], opt Options) *Writer[T] {
	return &Writer[T]{opt: opt, sink: sink, in: make(chan T, opt.Queue)}
}

// Add queues one item.
func (w *Writer[T]) Add(item T) {
	w.in <- item
}

// Run writes batches until ctx ends.
func (w *Writer[T]) Run(ctx context.Context) error {
	tick := time.NewTicker(w.opt.Every)
	defer tick.Stop()
	pending := make([]T, 0, w.opt.Max)
	flush := func() error {
		if len(pending) == 0 {
			return nil
		}
		if err := w.sink.WriteBatch(ctx, pending); err != nil {
			return fmt.Errorf("flush of %d: %w", len(pending), err)
		}
		pending = pending[:0]
		return nil
	}
	for {
		select {
		case <-ctx.Done():
			return flush()
		case item := <-w.in:
			pending = append(pending, item)
			if len(pending) < w.opt.Max {
				continue
			}
		case <-tick.C:
		}
		if err := flush(); err != nil {
			return err
		}
	}
}
