package collector

import (
	"context"
	"sync"
)

// Sample is one measurement.
type Sample struct {
	Probe int
	Value float64
}

// Sink sums up what it gets.
type Sink struct {
	C    chan Sample
	quit chan struct{}
	done sync.WaitGroup
	sums map[int]float64
}

// NewSink has a small queue.
func NewSink() *Sink {
	return &Sink{C: make(chan Sample, 8), quit: make(chan struct{}), sums: make(map[int]float64)}
}

// Start implements lifecycle.Component.
func (s *Sink) Start(context.Context) error {
	s.done.Add(1)
	go func() {
		defer s.done.Done()
		for {
			select {
			case x := <-s.C:
				s.sums[x.Probe] += x.Value
			case <-s.quit:
				return
			}
		}
	}()
	return nil
}

// Stop implements lifecycle.Component.
func (s *Sink) Stop(context.Context) error {
	close(s.quit)
	s.done.Wait()
	return nil
}
