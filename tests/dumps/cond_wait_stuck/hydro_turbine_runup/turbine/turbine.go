// Package turbine brings turbines to speed.
package turbine

import (
	"errors"
	"sync"
	"time"
)

var ErrTripped = errors.New("turbine: overspeed trip")

// Turbine is at rest, at speed, or tripped.
type Turbine struct {
	Name string

	mu      sync.Mutex
	changed *sync.Cond
	atSpeed bool
	tripped error
}

func New(name string) *Turbine {
	t := &Turbine{Name: name}
	t.changed = sync.NewCond(&t.mu)
	return t
}

// OpenGate lets water in; a sensor that is off trips the turbine at once.
func (t *Turbine) OpenGate(broken bool) {
	if !broken {
		time.Sleep(40 * time.Millisecond)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if broken {
		t.tripped = ErrTripped
	} else {
		t.atSpeed = true
	}
	t.changed.Signal()
}

// await returns when the turbine turns.
func (t *Turbine) await() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	for !t.atSpeed {
		t.changed.Wait()
	}
	return t.tripped
}

// Runup waits for one turbine, and measures how long it took.
func Runup(t *Turbine) (time.Duration, error) {
	began := time.Now()
	up := make(chan error)
	go func() {
		up <- t.await()
		close(up)
	}()
	err := <-up
	return time.Since(began), err
}
