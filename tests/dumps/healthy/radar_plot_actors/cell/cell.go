// Package cell gives a state to one goroutine.
package cell

import "context"

type call[S any] struct {
	do   func(*S)
	done chan struct{}
}

type Cell[S any] struct {
	calls chan call[S]
	quit  chan struct{}
}

func Of[S any](state S) *Cell[S] {
	c := &Cell[S]{calls: make(chan call[S], 4), quit: make(chan struct{})}
	go c.serve(&state)
	return c
}

func (c *Cell[S]) serve(state *S) {
	for {
		select {
		case m := <-c.calls:
			m.do(state)
			close(m.done)
		case <-c.quit:
			return
		}
	}
}

// Do runs a function with the state and returns when it has run.
func (c *Cell[S]) Do(ctx context.Context, do func(*S)) error {
	m := call[S]{do, make(chan struct{})}
	select {
	case c.calls <- m:
	case <-ctx.Done():
		return ctx.Err()
	}
	<-m.done
	return nil
}
