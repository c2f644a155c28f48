// Package plot draws on one thread, as the driver's library demands.
package plot

import (
	"context"
	"math"
	"runtime"
)

type Pen struct{ calls chan func() }

func Start() *Pen {
	p := &Pen{calls: make(chan func())}
	go p.loop()
	return p
}

func (p *Pen) loop() {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for f := range p.calls {
		f()
	}
}

// Do runs f on the pen's thread.
func Do[T any](ctx context.Context, p *Pen, f func() T) (v T, err error) {
	done := make(chan struct{})
	select {
	case p.calls <- func() { v = f(); close(done) }:
	case <-ctx.Done():
		return v, ctx.Err()
	}
	<-done
	return v, nil
}

func Curve(n int) int {
	dots := 0
	for i := 0; i < n; i++ {
		for j := 0; j < 60; j++ {
			if math.Sin(float64(i*j)) > 0.4 {
				dots++
			}
		}
	}
	return dots
}
