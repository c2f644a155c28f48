package pool

import "sync"

type Result[O any] struct {
	Value O
	Err   error
}

type Pool[I, O any] struct {
	in   chan I
	out  chan Result[O]
	work func(I) (O, error)
	wg   sync.WaitGroup
}

func New[I, O any](size int, work func(I) (O, error)) *Pool[I, O] {
	p := &Pool[I, O]{in: make(chan I, 32), out: make(chan Result[O], 32), work: work}
	p.wg.Add(size)
	for n := 0; n < size; n++ {
		go p.worker()
	}
	return p
}

func (p *Pool[I, O]) worker() {
	defer p.wg.Done()
	for job := range p.in {
		v, err := p.work(job)
		p.out <- Result[O]{v, err}
	}
}

func (p *Pool[I, O]) Submit(job I) { p.in <- job }

func (p *Pool[I, O]) Close() {
	close(p.in)
	p.wg.Wait()
	close(p.out)
}

func (p *Pool[I, O]) Results() <-chan Result[O] { return p.out }
