// Package link holds the connections to field devices.
package link

import (
	"context"
	"io"
	"log"
	"net"
	"sync"
	"time"

	"github.com/cenkalti/backoff/v4"
)

type Status struct {
	Up       bool
	Failures int
	Last     string
}

type Station struct {
	sync.RWMutex
	links map[string]*Status
	dial  net.Dialer
}

func NewStation() *Station {
	return &Station{links: map[string]*Status{}, dial: net.Dialer{Timeout: 4 * time.Second}}
}

func (s *Station) update(name string, f func(*Status)) {
	s.Lock()
	defer s.Unlock()
	st := s.links[name]
	if st == nil {
		st = new(Status)
		s.links[name] = st
	}
	f(st)
}

func (s *Station) Snapshot() map[string]Status {
	s.RLock()
	defer s.RUnlock()
	out := make(map[string]Status, len(s.links))
	for name, st := range s.links {
		out[name] = *st
	}
	return out
}

// Keep holds the link to one device until ctx ends.
func (s *Station) Keep(ctx context.Context, name, addr string) {
	policy := backoff.NewExponentialBackOff()
	policy.InitialInterval = 500 * time.Millisecond
	policy.MaxInterval = 90 * time.Second
	policy.MaxElapsedTime = 0
	notify := func(err error, next time.Duration) {
		s.update(name, func(st *Status) { st.Failures++; st.Last = err.Error() })
		if next > time.Minute {
			log.Printf("%s: %v, again in %v", name, err, next.Round(time.Second))
		}
	}
	backoff.RetryNotify(func() error {
		conn, err := s.dial.DialContext(ctx, "tcp", addr)
		if err != nil {
			return err
		}
		defer conn.Close()
		s.update(name, func(st *Status) { st.Up = true })
		policy.Reset()
		_, err = io.Copy(io.Discard, conn)
		s.update(name, func(st *Status) { st.Up = false })
		return err
	}, backoff.WithContext(policy, ctx), notify)
}
