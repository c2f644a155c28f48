// Package crew is a fixed pool of workers with typed answers.
package crew

import "context"

type answer[O any] struct {
	value O
	err   error
}

type order[I, O any] struct {
	in   I
	back chan answer[O]
}

// Pool has a fixed number of workers for the life of the process.
type Pool[I, O any] struct {
	orders chan order[I, O]
	work   func(I) (O, error)
}

func New[I, O any](size int, work func(I) (O, error)) *Pool[I, O] {
	p := &Pool[I, O]{make(chan order[I, O], 2*size), work}
	for i := 0; i < size; i++ {
		go p.loop()
	}
	return p
}

func (p *Pool[I, O]) loop() {
	for o := range p.orders {
		p.serve(o)
	}
}

func (p *Pool[I, O]) serve(o order[I, O]) {
	v, err := p.work(o.in)
	o.back <- answer[O]{v, err}
}

// Do waits for the answer; who leaves before gets none, and the worker goes on.
func (p *Pool[I, O]) Do(ctx context.Context, in I) (out O, err error) {
	o := order[I, O]{in, make(chan answer[O], 1)}
	select {
	case p.orders <- o:
	case <-ctx.Done():
		return out, ctx.Err()
	}
	select {
	case a := <-o.back:
		return a.value, a.err
	case <-ctx.Done():
		return out, ctx.Err()
	}
}
