// Package worker plans routes on several goroutines.
package worker

import (
	"context"
	"sync"
)

// Task is one plan.
type Task func(ctx context.Context) error

// Pool takes tasks until Shutdown.
type Pool struct {
	jobs chan Task
	wg   sync.WaitGroup
	mu   sync.Mutex
	errs []error
}

// Start starts n workers.
func Start(ctx context.Context, n int) *Pool {
	p := &Pool{jobs: make(chan Task)}
	for i := 0; i < n; i++ {
		p.wg.Add(1)
		go p.loop(ctx)
	}
	return p
}

func (p *Pool) loop(ctx context.Context) {
	defer p.wg.Done()
	for t := range p.jobs {
		if err := t(ctx); err != nil {
			p.mu.Lock()
			p.errs = append(p.errs, err)
			p.mu.Unlock()
		}
	}
}

// Run queues a task; it waits while all workers are busy.
func (p *Pool) Run(t Task) { p.jobs <- t }

// Shutdown ends the workers when they have finished.
func (p *Pool) Shutdown() []error {
	close(p.jobs)
	p.wg.Wait()
	return p.errs
}
