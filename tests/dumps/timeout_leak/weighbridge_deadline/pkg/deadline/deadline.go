// Package deadline gives up on work that takes too long.
package deadline

import (
	"errors"
	"time"
)

// ErrTimedOut is what Run returns when the work took longer than the deadline.
var ErrTimedOut = errors.New("timed out waiting for function to finish")

// Deadline runs functions with a limit of time.
type Deadline struct{ timeout time.Duration }

// New makes a Deadline; it may be shared.
func New(timeout time.Duration) *Deadline { return &Deadline{timeout: timeout} }

// Run runs work, and closes stopper when it should give up.
func (d *Deadline) Run(work func(stopper <-chan struct{}) error) error {
	result := make(chan error)
	stopper := make(chan struct{})
	go func() {
		result <- work(stopper)
	}()
	timer := time.NewTimer(d.timeout)
	defer timer.Stop()
	select {
	case err := <-result:
		return err
	case <-timer.C:
		close(stopper)
		return ErrTimedOut
	}
}
