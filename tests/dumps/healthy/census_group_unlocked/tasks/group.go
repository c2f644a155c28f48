// Package tasks runs functions on a fixed number of workers, which are started when they are needed.
package tasks

import "sync"

type Group struct {
	limit int

	wg   sync.WaitGroup
	once sync.Once
	err  error

	mu      sync.Mutex // guards what follows
	queue   chan func() error
	workers int
}

func NewGroup(limit, queue int) *Group {
	return &Group{limit: limit, queue: make(chan func() error, queue)}
}

// Go queues f and starts one more worker if there may be one.
func (g *Group) Go(f func() error) {
	g.wg.Add(1)
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.workers < g.limit {
		g.workers++
		go g.work(g.queue)
	}
	g.queue <- f
}

func (g *Group) work(queue <-chan func() error) {
	for f := range queue {
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err })
		}
		g.wg.Done()
	}
}

// Wait waits for all that was queued and ends the workers, so that the group can be used again.
func (g *Group) Wait() error {
	g.wg.Wait()
	g.mu.Lock()
	defer g.mu.Unlock()
	close(g.queue)
	g.queue = make(chan func() error, cap(g.queue))
	g.workers = 0
	return g.err
}
