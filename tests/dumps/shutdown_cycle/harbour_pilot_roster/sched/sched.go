// Package sched runs jobs at a pace until it is stopped.
package sched

import (
	"sync"
	"time"
)

type Job interface{ Tick(now time.Time) }

type Scheduler struct {
	quit chan struct{}
	wg   sync.WaitGroup
}

func Start(every time.Duration, jobs ...Job) *Scheduler {
	s := &Scheduler{quit: make(chan struct{})}
	for _, j := range jobs {
		s.wg.Add(1)
		go s.run(j, every)
	}
	return s
}

func (s *Scheduler) run(j Job, every time.Duration) {
	defer s.wg.Done()
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case now := <-t.C:
			j.Tick(now)
		case <-s.quit:
			return
		}
	}
}

// Stop returns when no job runs any more.
func (s *Scheduler) Stop() {
	close(s.quit)
	s.wg.Wait()
}
