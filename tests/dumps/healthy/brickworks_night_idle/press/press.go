// Package press forms bricks: a few moulders, run until the works close.
package press

import (
	"context"
	"sync"
)

// Mould is one piece of work.
type Mould struct {
	Clay int
	Done func(bricks int)
}

// Press has its moulders.
type Press struct {
	moulds chan Mould
	wg     sync.WaitGroup
}

// New has room for n moulds.
func New(n int) *Press { return &Press{moulds: make(chan Mould, n)} }

// Run starts the moulders and returns when all have ended.
func (p *Press) Run(n int) {
	for i := 0; i < n; i++ {
		p.wg.Add(1)
		go p.moulder()
	}
	p.wg.Wait()
}

func (p *Press) moulder() {
	defer p.wg.Done()
	for m := range p.moulds {
		m.Done(m.Clay / 3)
	}
}

// Form forms bricks.
func (p *Press) Form(ctx context.Context, clay int) (int, error) {
	out := make(chan int, 1)
	select {
	case p.moulds <- Mould{clay, func(n int) { out <- n }}:
	case <-ctx.Done():
		return 0, ctx.Err()
	}
	select {
	case n := <-out:
		return n, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

// Close ends the moulders.
func (p *Press) Close() { close(p.moulds) }
