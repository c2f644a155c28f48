// Package jobs runs what a back office does at night.
package jobs

import (
	"container/list"
	"context"
	"log"
	"sync"
	"time"
)

// Nightly runs f once a day.
func Nightly(name string, hour int, f func(context.Context) error) {
	for {
		now := time.Now()
		next := time.Date(now.Year(), now.Month(), now.Day()+1, hour, 0, 0, 0, time.UTC)
		time.Sleep(next.Sub(now))
		if err := f(context.Background()); err != nil {
			log.Printf("%s: %v", name, err)
		}
	}
}

// Queue is worked on by as many goroutines as Run is called with.
type Queue struct {
	mu    sync.Mutex
	some  *sync.Cond
	items *list.List
}

// NewQueue is empty.
func NewQueue() *Queue {
	q := &Queue{items: list.New()}
	q.some = sync.NewCond(&q.mu)
	return q
}

// Push adds a job.
func (q *Queue) Push(f func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items.PushBack(f)
	q.some.Signal()
}

func (q *Queue) pop() func() {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.items.Len() == 0 {
		q.some.Wait()
	}
	return q.items.Remove(q.items.Front()).(func())
}

// Run starts n workers.
func (q *Queue) Run(n int) {
	for i := 0; i < n; i++ {
		go func() {
			for {
				q.pop()()
			}
		}()
	}
}

// Lease is renewed for as long as the process lives.
type Lease struct {
	Name string
	stop chan struct{}
	once sync.Once
}

// Hold renews.
func (l *Lease) Hold(every time.Duration) {
	t := time.NewTimer(every)
	for {
		select {
		case <-t.C:
			t.Reset(every)
		case <-l.stop:
			return
		}
	}
}
