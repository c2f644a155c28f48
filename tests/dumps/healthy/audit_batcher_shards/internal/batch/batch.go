package batch

import (
	"time"
)

type Flusher[T any] interface{ Flush([]T) error }

type FlushFunc[T any] func([]T) error

func (f FlushFunc[T]) Flush(v []T) error { return f(v) }

type Batcher[T any] struct {
	in     chan T
	stop   chan chan struct{}
	max    int
	linger time.Duration
	sink   Flusher[T]
}

func New[T any](max int, linger time.Duration, sink Flusher[T]) *Batcher[T] {
	b := &Batcher[T]{make(chan T, max), make(chan chan struct{}), max, linger, sink}
	go b.loop()
	return b
}

func (b *Batcher[T]) Add(v T) { b.in <- v }

func (b *Batcher[T]) Close() { ack := make(chan struct{}); b.stop <- ack; <-ack }

func (b *Batcher[T]) loop() {
	var pending []T
	var due <-chan time.Time // nil while nothing is pending
	flush := func() {
		if len(pending) > 0 {
			_ = b.sink.Flush(pending)
		}
		pending, due = nil, nil
	}
	for {
		select {
		case v := <-b.in:
			if pending = append(pending, v); len(pending) >= b.max {
				flush()
			} else if due == nil {
				due = time.After(b.linger)
			}
		case <-due:
			flush()
		case ack := <-b.stop:
			flush()
			close(ack)
			return
		}
	}
}
