// Package rota runs one job per team; none overlaps with itself.
//
// With github.com/go-co-op/gocron 1.34.0 a job that was removed by its id does not keep Stop waiting:
// https://github.com/go-co-op/gocron/issues/566
package rota

import (
	"fmt"
	"net/http"
	"time"

	"github.com/go-co-op/gocron"
)

// Service answers the requests.
type Service struct {
	cron *gocron.Scheduler
	jobs map[string]*gocron.Job
}

// New returns the service.
func New() (*Service, error) {
	s := &Service{cron: gocron.NewScheduler(time.UTC), jobs: map[string]*gocron.Job{}}
	s.cron.SingletonModeAll()
	s.cron.StartAsync()
	for _, team := range []string{"core", "web", "data", "ops"} {
		j, err := s.cron.Every(1).Week().Do(func() {})
		if err != nil {
			return nil, err
		}
		s.jobs[team] = j
	}
	return s, nil
}

// Routes adds the service's paths to mux.
func (s *Service) Routes(mux *http.ServeMux) {
	mux.HandleFunc("/team/drop", func(w http.ResponseWriter, r *http.Request) {
		if j := s.jobs[r.FormValue("team")]; j != nil {
			fmt.Fprintln(w, s.cron.RemoveByID(j))
		}
	})
	mux.HandleFunc("/freeze", func(w http.ResponseWriter, r *http.Request) {
		s.cron.Stop()
		fmt.Fprintln(w, "frozen")
	})
}
