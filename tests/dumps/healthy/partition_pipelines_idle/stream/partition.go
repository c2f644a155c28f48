// Package stream projects the events of a topic, partition by partition.
package stream

import (
	"context"
	"sync"
	"time"
)

// Record of a log.
type Record struct {
	Offset int64
	Key    string
}

// Log is where a partition's records are.
type Log interface {
	Next(ctx context.Context, partition int) (Record, error)
}

// Partition has three steps, each a goroutine.
type Partition struct {
	No  int
	Log Log

	decoded, applied chan Record
}

// Run returns when ctx ends.
func (p *Partition) Run(ctx context.Context) {
	p.decoded, p.applied = make(chan Record, 4), make(chan Record, 4)
	var steps sync.WaitGroup
	for _, step := range []func(context.Context){p.fetch, p.apply, p.commit} {
		step := step
		steps.Add(1)
		go func() {
			defer steps.Done()
			step(ctx)
		}()
	}
	steps.Wait()
}

func (p *Partition) fetch(ctx context.Context) {
	defer close(p.decoded)
	for {
		r, err := p.Log.Next(ctx, p.No)
		if err != nil {
			return
		}
		p.decoded <- r
	}
}

func (p *Partition) apply(context.Context) {
	defer close(p.applied)
	for r := range p.decoded {
		time.Sleep(time.Millisecond)
		p.applied <- r
	}
}

func (p *Partition) commit(context.Context) {
	last := int64(-1)
	for r := range p.applied {
		if r.Offset > last {
			last = r.Offset
		}
	}
}

// Topic is all partitions, in memory.
type Topic struct {
	parts []chan Record
	next  int64
	mu    sync.Mutex
}

// NewTopic with n partitions.
func NewTopic(n int) *Topic {
	t := &Topic{parts: make([]chan Record, n)}
	for i := range t.parts {
		t.parts[i] = make(chan Record, 64)
	}
	return t
}

// Append a record.
func (t *Topic) Append(key string) {
	t.mu.Lock()
	t.next++
	n := t.next
	t.mu.Unlock()
	t.parts[int(n)%len(t.parts)] <- Record{n, key}
}

// Next waits for a record.
func (t *Topic) Next(ctx context.Context, partition int) (Record, error) {
	select {
	case r := <-t.parts[partition]:
		return r, nil
	case <-ctx.Done():
		return Record{}, ctx.Err()
	}
}

// Project runs all partitions.
func (t *Topic) Project(ctx context.Context) {
	for i := range t.parts {
		go (&Partition{No: i, Log: t}).Run(ctx)
	}
}
