// Package visits logs visitors with logrus; a hook adds the wing to warnings.
//
// github.com/sirupsen/logrus 1.5.0 runs the hooks with the logger's lock held, and WithField, which the hook calls,
// takes the same lock: the first warning waits for itself, and all other lines behind it.
// https://github.com/sirupsen/logrus/issues/1120
package visits

import (
	"fmt"
	"io/ioutil"
	"net/http"

	"github.com/sirupsen/logrus"
)

type wing struct{}

func (wing) Levels() []logrus.Level { return []logrus.Level{logrus.WarnLevel} }

// Fire adds the wing.
func (wing) Fire(e *logrus.Entry) error {
	with := e.WithField("wing", "east")
	e.Data["wing"] = with.Data["wing"]
	return nil
}

// Service answers the requests.
type Service struct{ log *logrus.Logger }

// New returns the service.
func New() *Service {
	l := logrus.New()
	l.SetOutput(ioutil.Discard)
	l.AddHook(wing{})
	return &Service{log: l}
}

// Visit takes a visitor.
func (s *Service) Visit(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("pass") == "" {
		s.log.Warn("no pass")
	}
	s.log.WithField("path", r.URL.Path).Info("visit")
	fmt.Fprintln(w, "noted")
}
