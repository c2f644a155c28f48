// Package pool runs tasks again and again, each at its own time.
package pool

import (
	"container/heap"
	"sync"
	"time"
)

// Task is run at its deadline and then at the one that it returns.
type Task struct {
	Name string
	Run  func() time.Time

	due time.Time
}

type queue []*Task

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].due.Before(q[j].due) }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)        { *q = append(*q, x.(*Task)) }
func (q *queue) Pop() any {
	old := *q
	t := old[len(old)-1]
	*q = old[:len(old)-1]
	return t
}

// Pool is a number of workers with one queue.
type Pool struct {
	mu    sync.Mutex
	tasks queue
	more  chan struct{}
}

// New starts a pool.
func New(workers int) *Pool {
	p := &Pool{more: make(chan struct{}, 1)}
	for i := 0; i < workers; i++ {
		go p.work()
	}
	return p
}

// Add queues a task for now.
func (p *Pool) Add(t *Task) {
	p.mu.Lock()
	defer p.mu.Unlock()
	t.due = time.Now()
	heap.Push(&p.tasks, t)
	p.wake()
}

func (p *Pool) wake() {
	select {
	case p.more <- struct{}{}:
	default:
	}
}

func (p *Pool) dequeue() *Task {
	for {
		wait := 365 * 24 * time.Hour
		p.mu.Lock()
		if len(p.tasks) > 0 {
			if wait = time.Until(p.tasks[0].due); wait <= 0 {
				t := heap.Pop(&p.tasks).(*Task)
				p.wake()
				p.mu.Unlock()
				return t
			}
		}
		p.mu.Unlock()
		select {
		case <-time.After(wait):
		case <-p.more:
		}
	}
}

func (p *Pool) work() {
	for {
		t := p.dequeue()
		next := t.Run()
		if next.IsZero() {
			continue
		}
		p.mu.Lock()
		t.due = next
		heap.Push(&p.tasks, t)
		p.wake()
		p.mu.Unlock()
	}
}
