package lab

import (
	"context"
	"sync"
	"time"
)

type request struct {
	ctx   context.Context
	depth int
	done  func(ph float64)
}

type Lab struct {
	benches chan request
}

// New starts the benches of the laboratory.
func New(benches int) *Lab {
	l := &Lab{benches: make(chan request)}
	for i := 0; i < benches; i++ {
		go l.bench()
	}
	return l
}

func (l *Lab) bench() {
	for r := range l.benches {
		select {
		case <-time.After(90 * time.Millisecond):
			r.done(6.1 + float64(r.depth)/10)
		case <-r.ctx.Done():
			r.done(0)
		}
	}
}

// Field measures six depths of a field at the same time.
func (l *Lab) Field(ctx context.Context, field string) []float64 {
	out := make([]float64, 6)
	var wg sync.WaitGroup
	for depth := range out {
		wg.Add(1)
		go func(depth int) {
			l.benches <- request{ctx, depth, func(ph float64) {
				out[depth] = ph
				wg.Done()
			}}
		}(depth)
	}
	wg.Wait()
	return out
}
