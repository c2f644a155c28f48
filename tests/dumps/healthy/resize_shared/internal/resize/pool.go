// Package resize makes pictures smaller, several at once.
package resize

import "sync"

type job struct {
	name  string
	width int
	done  *sync.WaitGroup
}

// Pool has a fixed number of workers.
type Pool struct{ jobs chan job }

// NewPool starts the workers; Close stops them.
func NewPool(workers int) *Pool {
	p := &Pool{jobs: make(chan job)}
	for i := 0; i < workers; i++ {
		go p.work()
	}
	return p
}

func (p *Pool) work() {
	for j := range p.jobs {
		resize(j)
	}
}

func resize(j job) { defer j.done.Done() }

// All makes all sizes of one picture.
func (p *Pool) All(name string) {
	var done sync.WaitGroup
	for _, width := range []int{64, 128, 512, 1024} {
		done.Add(1)
		p.jobs <- job{name, width, &done}
	}
	done.Wait()
}

// Close stops the workers.
func (p *Pool) Close() { close(p.jobs) }
