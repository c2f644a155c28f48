// Package forward has one fluentd logger for each silo.
//
// fluentd is down. Close of github.com/fluent/fluent-logger-golang 1.4.0 waits for the goroutine that still retries the
// last reading, again and again up to MaxRetry: who closes a silo waits as long.
// https://github.com/fluent/fluent-logger-golang/issues/71
package forward

import (
	"fmt"
	"net/http"
	"sync"

	"github.com/fluent/fluent-logger-golang/fluent"
)

// Service answers the requests.
type Service struct {
	mu    sync.Mutex
	silos map[string]*fluent.Fluent
}

// New returns the service.
func New() *Service { return &Service{silos: map[string]*fluent.Fluent{}} }

func (s *Service) logger(id string) (*fluent.Fluent, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if l, ok := s.silos[id]; ok {
		return l, nil
	}
	l, err := fluent.New(config)
	if err == nil {
		s.silos[id] = l
	}
	return l, err
}

// Reading forwards one reading.
func (s *Service) Reading(w http.ResponseWriter, r *http.Request) {
	l, err := s.logger(r.FormValue("id"))
	if err == nil {
		err = l.Post("silo.reading", map[string]string{"id": r.FormValue("id"), "moisture": "14.2"})
	}
	fmt.Fprintln(w, err)
}

// CloseSilo ends the logger of a silo that is empty.
func (s *Service) CloseSilo(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	l := s.silos[r.FormValue("id")]
	delete(s.silos, r.FormValue("id"))
	s.mu.Unlock()
	if l != nil {
		l.Close()
	}
	fmt.Fprintln(w, "closed")
}
