// Package pacer lets callers through one after the other, in the order of their coming.
package pacer

import (
	"container/list"
	"context"
	"sync"
	"time"
)

type Pacer struct {
	mu    sync.Mutex
	queue *list.List // of chan struct{}
	every time.Duration
}

func New(every time.Duration) *Pacer {
	p := &Pacer{queue: list.New(), every: every}
	go p.turn()
	return p
}

func (p *Pacer) turn() {
	for {
		time.Sleep(p.every)
		p.admit()
	}
}

func (p *Pacer) admit() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if e := p.queue.Front(); e != nil {
		close(p.queue.Remove(e).(chan struct{}))
	}
}

// Wait returns when it is the caller's turn.
func (p *Pacer) Wait(ctx context.Context) error {
	ready := make(chan struct{})
	p.mu.Lock()
	place := p.queue.PushBack(ready)
	p.mu.Unlock()
	select {
	case <-ready:
		return nil
	case <-ctx.Done():
		p.mu.Lock()
		p.queue.Remove(place)
		p.mu.Unlock()
		return ctx.Err()
	}
}
