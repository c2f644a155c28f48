// Package frame stacks the frames of a telescope's camera.
package frame

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
)

// Frame is one exposure.
type Frame struct {
	No     int
	Pixels []uint16
}

// Pipeline is camera, calibrators and one stacker, which is the slowest.
type Pipeline struct {
	raw, clean chan Frame
	stacked    int64
}

// Run works until ctx ends.
func (p *Pipeline) Run(ctx context.Context, calibrators int) {
	p.raw, p.clean = make(chan Frame), make(chan Frame)
	go p.camera(ctx)
	var wg sync.WaitGroup
	for i := 0; i < calibrators; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			p.calibrate()
		}()
	}
	go func() {
		wg.Wait()
		close(p.clean)
	}()
	for f := range p.clean {
		p.stack(f)
	}
}

func (p *Pipeline) camera(ctx context.Context) {
	defer close(p.raw)
	for no := 0; ; no++ {
		select {
		case p.raw <- Frame{No: no, Pixels: make([]uint16, 512)}:
		case <-ctx.Done():
			return
		}
	}
}

func (p *Pipeline) calibrate() {
	for f := range p.raw {
		for i := range f.Pixels {
			f.Pixels[i] = uint16(i ^ f.No)
		}
		p.clean <- f
	}
}

func (p *Pipeline) stack(f Frame) {
	time.Sleep(40 * time.Millisecond) // the archive's disk
	atomic.AddInt64(&p.stacked, int64(len(f.Pixels)))
}

// Stacked counts pixels.
func (p *Pipeline) Stacked() int64 { return atomic.LoadInt64(&p.stacked) }
