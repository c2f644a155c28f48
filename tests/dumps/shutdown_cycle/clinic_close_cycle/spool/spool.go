// Package spool prints labels on some printers.
package spool

import (
	"context"
	"errors"
	"log"
	"sync"
	"time"
)

type Job struct {
	Patient string
	Printed chan struct{}
}

type Spool struct {
	mu      sync.Mutex
	closed  bool
	printed int
	jobs    chan *Job
	wg      sync.WaitGroup
}

func New(printers int) *Spool {
	s := &Spool{jobs: make(chan *Job, 100)}
	for i := 0; i < printers; i++ {
		s.wg.Add(1)
		go s.printer(i)
	}
	return s
}

func (s *Spool) Submit(patient string) (*Job, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, errors.New("spool: closed")
	}
	j := &Job{Patient: patient, Printed: make(chan struct{})}
	s.jobs <- j
	return j, nil
}

func (s *Spool) printer(no int) {
	defer s.wg.Done()
	for j := range s.jobs {
		feed(no)
		s.count()
		close(j.Printed)
	}
}

func feed(no int) { time.Sleep(1900*time.Millisecond + time.Duration(no)*40*time.Millisecond) }

func (s *Spool) count() {
	s.mu.Lock()
	s.printed++
	s.mu.Unlock()
}

// Stop lets the printers finish.
func (s *Spool) Stop(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	close(s.jobs)
	s.wg.Wait()
	log.Printf("%d labels printed", s.printed)
	return ctx.Err()
}
