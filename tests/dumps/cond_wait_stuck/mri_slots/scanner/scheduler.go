package scanner

import (
	"context"
	"errors"
	"sync"
	"time"
)

var errImplant = errors.New("patient has an implant")

// Scheduler hands out the scanners of the department.
type Scheduler struct {
	mu   sync.Mutex
	cond *sync.Cond
	free int
}

func NewScheduler(n int) *Scheduler {
	s := &Scheduler{free: n}
	s.cond = sync.NewCond(&s.mu)
	return s
}

func (s *Scheduler) acquire() {
	s.mu.Lock()
	for s.free == 0 {
		s.cond.Wait()
	}
	s.free--
	s.mu.Unlock()
}

func (s *Scheduler) release() {
	s.mu.Lock()
	s.free++
	s.mu.Unlock()
}

func (s *Scheduler) Scan(ctx context.Context, patient string) error {
	s.acquire()
	if patient == "implant" {
		time.Sleep(300 * time.Millisecond)
		s.release()
		return errImplant
	}
	time.Sleep(300 * time.Millisecond)
	s.release()
	return nil
}
