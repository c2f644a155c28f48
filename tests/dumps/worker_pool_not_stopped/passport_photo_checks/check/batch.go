// Package check looks whether photos may be printed in a passport.
package check

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"sync"
)

// Photo is one upload.
type Photo struct {
	Applicant string
	Pixels    []byte
}

// Verdict is about one photo.
type Verdict struct {
	Applicant string
	OK        bool
	Sum       [32]byte
}

// Batch checks the photos of one office with a few workers.
type Batch struct {
	jobs     chan Photo
	mu       sync.Mutex
	verdicts []Verdict
	wg       sync.WaitGroup
}

// ErrPaper means that a scan is of paper, not of a person.
var ErrPaper = errors.New("check: a scan of paper")

// Start starts the workers.
func Start(workers int) *Batch {
	b := &Batch{jobs: make(chan Photo)}
	for i := 0; i < workers; i++ {
		go b.worker()
	}
	return b
}

func (b *Batch) worker() {
	for p := range b.jobs {
		v := Verdict{Applicant: p.Applicant, Sum: sha256.Sum256(p.Pixels), OK: len(p.Pixels) > 64}
		b.mu.Lock()
		b.verdicts = append(b.verdicts, v)
		b.mu.Unlock()
		b.wg.Done()
	}
}

// Add gives a photo to the workers.
func (b *Batch) Add(p Photo) error {
	if len(p.Pixels) == 0 {
		return fmt.Errorf("%s: %w", p.Applicant, ErrPaper)
	}
	b.wg.Add(1)
	b.jobs <- p
	return nil
}

// Finish waits for the photos in work and ends the workers.
func (b *Batch) Finish() []Verdict {
	b.wg.Wait()
	close(b.jobs)
	return b.verdicts
}
