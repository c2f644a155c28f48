package collector

import (
	"context"
	"math/rand"
	"sync"
	"time"
)

// Probes polls the sensors.
type Probes struct {
	Count int
	Every time.Duration
	Out   chan<- Sample

	quit    chan struct{}
	running sync.WaitGroup
}

// Start implements lifecycle.Component.
func (p *Probes) Start(context.Context) error {
	p.quit = make(chan struct{})
	for i := 0; i < p.Count; i++ {
		p.running.Add(1)
		go p.poll(i)
	}
	return nil
}

func (p *Probes) poll(probe int) {
	defer p.running.Done()
	tick := time.NewTicker(p.Every)
	defer tick.Stop()
	for {
		select {
		case <-p.quit:
			return
		case <-tick.C:
			p.Out <- Sample{probe, rand.Float64()}
		}
	}
}

// Stop implements lifecycle.Component.
func (p *Probes) Stop(context.Context) error {
	close(p.quit)
	p.running.Wait()
	return nil
}
