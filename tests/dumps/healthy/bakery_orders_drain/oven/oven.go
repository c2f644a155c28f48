package oven

import (
	"context"
	"log"
	"sync"
	"time"
)

// Queue bakes in the background and can be drained.
type Queue struct {
	in   chan string
	wg   sync.WaitGroup
	once sync.Once
	per  time.Duration
}

func NewQueue(ovens int, per time.Duration) *Queue {
	q := &Queue{in: make(chan string, 64), per: per}
	q.wg.Add(ovens)
	for i := 0; i < ovens; i++ {
		go q.bake()
	}
	return q
}

func (q *Queue) bake() {
	defer q.wg.Done()
	for name := range q.in {
		time.Sleep(q.per)
		log.Printf("baked %s", name)
	}
}

func (q *Queue) Put(name string) { q.in <- name }

// Drain takes nothing new and returns when all is baked, or ctx is over.
func (q *Queue) Drain(ctx context.Context) error {
	q.once.Do(func() { close(q.in) })
	done := make(chan struct{})
	go func() {
		q.wg.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
