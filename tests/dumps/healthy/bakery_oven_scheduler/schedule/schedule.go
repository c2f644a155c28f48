// Package schedule runs jobs when they are due.
package schedule

import (
	"container/heap"
	"context"
	"sync"
	"time"
)

type Job struct {
	due  time.Time
	run  func(context.Context)
	done chan struct{}
}

func (j *Job) Done() <-chan struct{} { return j.done }

type byDue []*Job

func (q byDue) Len() int           { return len(q) }
func (q byDue) Less(i, k int) bool { return q[i].due.Before(q[k].due) }
func (q byDue) Swap(i, k int)      { q[i], q[k] = q[k], q[i] }
func (q *byDue) Push(x any)        { *q = append(*q, x.(*Job)) }
func (q *byDue) Pop() any {
	last := len(*q) - 1
	j := (*q)[last]
	*q = (*q)[:last]
	return j
}

type Scheduler struct {
	mu    sync.Mutex
	queue byDue
	all   []*Job
	due   chan *Job
	width int
	wg    sync.WaitGroup
}

func New(width int) *Scheduler { return &Scheduler{due: make(chan *Job), width: width} }

func (s *Scheduler) At(due time.Time, run func(context.Context)) {
	j := &Job{due, run, make(chan struct{})}
	s.mu.Lock()
	defer s.mu.Unlock()
	heap.Push(&s.queue, j)
	s.all = append(s.all, j)
}

func (s *Scheduler) Job(n int) *Job {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all[n]
}

// Run hands out jobs until ctx is done.
func (s *Scheduler) Run(ctx context.Context) {
	for i := 0; i < s.width; i++ {
		s.wg.Add(1)
		go s.worker(ctx)
	}
	defer close(s.due)
	for {
		j, pause := s.next()
		if j == nil {
			select {
			case <-time.After(pause):
				continue
			case <-ctx.Done():
				return
			}
		}
		select {
		case s.due <- j:
		case <-ctx.Done():
			return
		}
	}
}

func (s *Scheduler) next() (*Job, time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.queue) == 0 {
		return nil, time.Second
	}
	if pause := time.Until(s.queue[0].due); pause > 0 {
		return nil, pause
	}
	return heap.Pop(&s.queue).(*Job), 0
}

func (s *Scheduler) worker(ctx context.Context) {
	defer s.wg.Done()
	for j := range s.due {
		j.run(ctx)
		close(j.done)
	}
}

func (s *Scheduler) Join() { s.wg.Wait() }
