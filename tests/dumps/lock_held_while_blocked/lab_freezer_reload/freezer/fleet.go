// Package freezer watches the freezers of a laboratory.
package freezer

import (
	"sync"
	"time"
)

// Freezer is polled by a goroutine of its own.
type Freezer struct {
	Name    string
	stop    chan struct{}
	stopped chan struct{}
	line    chan float64
	degree  float64
}

// Fleet has all of them.
type Fleet struct {
	mu       sync.RWMutex
	freezers map[string]*Freezer
	readings chan reading
}

type reading struct {
	f      *Freezer
	degree float64
}

// NewFleet starts the writer of the log book.
func NewFleet(book func(name string, degree float64)) *Fleet {
	fl := &Fleet{freezers: map[string]*Freezer{}, readings: make(chan reading, 64)}
	go func() {
		for r := range fl.readings {
			book(r.f.Name, r.degree)
		}
	}()
	return fl
}

// Add starts to poll a freezer, whose probe sends on line.
func (fl *Fleet) Add(name string, line chan float64) {
	f := &Freezer{Name: name, stop: make(chan struct{}), stopped: make(chan struct{}), line: line}
	fl.mu.Lock()
	fl.freezers[name] = f
	fl.mu.Unlock()
	go fl.poll(f)
}

func (fl *Fleet) poll(f *Freezer) {
	defer close(f.stopped)
	for {
		degree, ok := <-f.line
		if !ok {
			return
		}
		select {
		case fl.readings <- reading{f, degree}:
		case <-f.stop:
			return
		}
	}
}

// Remove ends the polling of a freezer.
func (fl *Fleet) Remove(name string) bool {
	fl.mu.Lock()
	defer fl.mu.Unlock()
	f, ok := fl.freezers[name]
	if !ok {
		return false
	}
	close(f.stop)
	<-f.stopped
	delete(fl.freezers, name)
	return true
}

// Names lists the freezers.
func (fl *Fleet) Names() []string {
	fl.mu.RLock()
	defer fl.mu.RUnlock()
	var out []string
	for n := range fl.freezers {
		out = append(out, n)
	}
	return out
}

// Probe sends a temperature now and then until its plug is pulled.
func Probe(unplugged <-chan struct{}) chan float64 {
	line := make(chan float64)
	go func() {
		tick := time.NewTicker(50 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				line <- -80
			case <-unplugged:
				return
			}
		}
	}()
	return line
}
