// Package feeder drives the feeders of a pond.
package feeder

import (
	"sync"
	"time"
)

// Feeder has one motor loop for each hopper.
type Feeder struct {
	Pond    string
	grams   int
	mu      sync.Mutex
	stopped bool
	wg      sync.WaitGroup
}

// New starts the motors of a pond.
func New(pond string, hoppers int) *Feeder {
	f := &Feeder{Pond: pond}
	f.wg.Add(hoppers)
	for i := 0; i < hoppers; i++ {
		go f.motor(3 * time.Second)
	}
	return f
}

func (f *Feeder) motor(every time.Duration) {
	defer f.wg.Done()
	t := time.NewTicker(every)
	defer t.Stop()
	for range t.C {
		if !f.turn() {
			return
		}
	}
}

func (f *Feeder) turn() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.grams += 5
	return !f.stopped
}

// Stop returns when all motors stand still.
func (f *Feeder) Stop() {
	f.mu.Lock()
	f.stopped = true
	f.mu.Unlock()
	f.wg.Wait()
}
