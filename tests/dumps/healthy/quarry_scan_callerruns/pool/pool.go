// Package pool runs tasks by a fixed number of workers; when none is free the caller runs its task itself.
package pool

import "sync"

type Task func()

type Pool struct{ tasks chan Task }

func New(workers int) *Pool {
	p := &Pool{tasks: make(chan Task)}
	for i := 0; i < workers; i++ {
		go p.work()
	}
	return p
}

func (p *Pool) work() {
	for t := range p.tasks {
		t()
	}
}

// Batch is a set of tasks somebody waits for.
type Batch struct {
	pool *Pool
	wg   sync.WaitGroup
}

func (p *Pool) Batch() *Batch { return &Batch{pool: p} }

func (b *Batch) Go(t Task) {
	b.wg.Add(1)
	counted := func() {
		defer b.wg.Done()
		t()
	}
	select {
	case b.pool.tasks <- counted:
	default:
		counted()
	}
}

func (b *Batch) Wait() { b.wg.Wait() }
