package schedule

import (
	"log"
	"sync"
	"time"
)

type entry struct {
	name string
	at   time.Duration // after midnight
	run  func() error
}

type Scheduler struct {
	mu      sync.Mutex
	entries []*entry
}

func New() *Scheduler { return &Scheduler{} }

func (s *Scheduler) Len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.entries)
}

// Daily runs a job once a day in a goroutine of its own.
func (s *Scheduler) Daily(name string, at time.Duration, run func() error) {
	e := &entry{name, at, run}
	s.mu.Lock()
	s.entries = append(s.entries, e)
	s.mu.Unlock()
	go e.forever()
}

func (e *entry) forever() {
	for {
		time.Sleep(e.untilNext(time.Now()))
		if err := e.run(); err != nil {
			log.Printf("%s: %v", e.name, err)
		}
	}
}

func (e *entry) untilNext(now time.Time) time.Duration {
	midnight := now.Truncate(24 * time.Hour)
	next := midnight.Add(e.at)
	if !next.After(now) {
		next = next.Add(24 * time.Hour)
	}
	return next.Sub(now)
}
