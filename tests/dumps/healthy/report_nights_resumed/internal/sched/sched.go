// Package sched runs the nightly reports; operators can pause and resume it.
//
// With github.com/go-co-op/gocron 1.37.0 it can be paused as often as it was resumed:
// https://github.com/go-co-op/gocron/issues/355 tells of 1.15.0.
package sched

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/go-co-op/gocron"
)

// Service answers the requests.
type Service struct {
	mu   sync.Mutex
	cron *gocron.Scheduler
}

// New returns the service.
func New() (*Service, error) {
	s := &Service{cron: gocron.NewScheduler(time.UTC)}
	if _, err := s.cron.Every(1).Day().At("03:30").Do(func() {}); err != nil {
		return nil, err
	}
	s.cron.StartAsync()
	return s, nil
}

// Pause stops the scheduler until Resume.
func (s *Service) Pause() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.cron.Stop()
}

// Resume starts the scheduler again.
func (s *Service) Resume() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.cron.StartAsync()
}

// Routes adds the service's paths to mux.
func (s *Service) Routes(mux *http.ServeMux) {
	mux.HandleFunc("/scheduler/pause", func(w http.ResponseWriter, r *http.Request) { s.Pause(); fmt.Fprintln(w, "paused") })
	mux.HandleFunc("/scheduler/resume", func(w http.ResponseWriter, r *http.Request) { s.Resume(); fmt.Fprintln(w, "running") })
	mux.HandleFunc("/scheduler/next", func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		defer s.mu.Unlock()
		_, t := s.cron.NextRun()
		fmt.Fprintln(w, t)
	})
}
