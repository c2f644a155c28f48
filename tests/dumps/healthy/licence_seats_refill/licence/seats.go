// Package licence gives out a few seats at a time, new ones by the clock.
package licence

import (
	"sync"
	"time"
)

type Seats struct {
	mu    sync.Mutex
	more  *sync.Cond
	left  int
	size  int
	given int
}

func New(size int) *Seats {
	s := &Seats{left: size, size: size}
	s.more = sync.NewCond(&s.mu)
	return s
}

// Refill gives the seats of a window free again.
func (s *Seats) Refill(every time.Duration) {
	for range time.Tick(every) {
		s.mu.Lock()
		s.left = s.size
		s.mu.Unlock()
		s.more.Broadcast()
	}
}

// Acquire waits for a seat and tells its number.
func (s *Seats) Acquire() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.left == 0 {
		s.more.Wait()
	}
	s.left--
	s.given++
	return s.given
}
