// Package bucket counts what each key has taken.
package bucket

import (
	"net/http"
	"sync"
	"time"
)

type Set struct {
	limit int
	mu    sync.Mutex
	taken map[string]int
}

func NewSet(limit int) *Set {
	s := &Set{limit: limit, taken: map[string]int{}}
	go s.refill(time.Second)
	return s
}

func (s *Set) refill(every time.Duration) {
	for range time.Tick(every) {
		s.mu.Lock()
		s.taken = map[string]int{}
		s.mu.Unlock()
	}
}

func (s *Set) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.taken[r.FormValue("key")]++
	n := s.taken[r.FormValue("key")]
	s.mu.Unlock()
	if n > s.limit {
		w.WriteHeader(http.StatusTooManyRequests)
	}
}
