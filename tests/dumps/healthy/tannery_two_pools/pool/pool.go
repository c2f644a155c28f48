// Package pool runs work by a few workers.
package pool

import "sync"

type item struct {
	run  func() error
	errs chan<- error
}

type Pool struct {
	items chan item
	wg    sync.WaitGroup
}

func New(workers int) *Pool {
	p := &Pool{items: make(chan item)}
	p.wg.Add(workers)
	for i := 0; i < workers; i++ {
		go p.worker()
	}
	return p
}

func (p *Pool) worker() {
	defer p.wg.Done()
	for it := range p.items {
		it.errs <- it.run()
	}
}

// All runs the functions and returns the first error.
func (p *Pool) All(fs ...func() error) (first error) {
	errs := make(chan error, len(fs))
	for _, f := range fs {
		p.items <- item{f, errs}
	}
	for range fs {
		if err := <-errs; err != nil && first == nil {
			first = err
		}
	}
	return first
}

func (p *Pool) Close() {
	close(p.items)
	p.wg.Wait()
}
