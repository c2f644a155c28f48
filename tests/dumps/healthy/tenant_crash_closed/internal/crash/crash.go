// Package crash reports the failures of a tenant to the project of that tenant.
//
// It makes a client for each report and closes it, which github.com/getsentry/sentry-go 0.36.0 can:
// https://github.com/getsentry/sentry-go/issues/731
package crash

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/getsentry/sentry-go"
)

// Service answers the requests.
type Service struct{ dsn string }

// New returns the service; its Sentry is down, and no connection is left open.
func New() (*Service, error) { return &Service{dsn: "http://key@127.0.0.1:9/1"}, nil }

// Routes adds the service's paths to mux.
func (s *Service) Routes(mux *http.ServeMux) { mux.HandleFunc("/report", s.report) }

func (s *Service) report(w http.ResponseWriter, r *http.Request) {
	client, err := sentry.NewClient(sentry.ClientOptions{Dsn: s.dsn})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer client.Close()
	hub := sentry.NewHub(client, sentry.NewScope())
	hub.CaptureException(errors.New("tenant failure"))
	client.Flush(200 * time.Millisecond)
	fmt.Fprintln(w, "reported")
}
