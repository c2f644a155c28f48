// Package spool hands out records in batches.
package spool

import (
	"sync"
	"time"
)

type Record struct {
	Well string
	At   time.Time
}

type Batch []*Record

// Each calls f for every record of the batch.
func (b Batch) Each(f func(*Record)) {
	for _, r := range b {
		f(r)
	}
}

type Spool struct {
	mu      sync.Mutex
	waiting Batch
	more    chan struct{}
}

func New() *Spool { return &Spool{more: make(chan struct{}, 1)} }

func (s *Spool) Put(r *Record) {
	s.mu.Lock()
	s.waiting = append(s.waiting, r)
	s.mu.Unlock()
	select {
	case s.more <- struct{}{}:
	default:
	}
}

// Poll returns when there is a record.
func (s *Spool) Poll() Batch {
	<-s.more
	s.mu.Lock()
	defer s.mu.Unlock()
	b := s.waiting
	s.waiting = nil
	return b
}
