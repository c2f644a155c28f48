// Command sessions keeps the sessions of logged-in customers alive.
package main

import (
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/northshop/sessions/internal/ops"
)

type session struct {
	user string
	mu   sync.Mutex
	seen time.Time
}

type store struct {
	mu   sync.Mutex
	byID map[string]*session
}

func (s *store) login(user string) {
	c := &session{user: user, seen: time.Now()}
	s.mu.Lock()
	s.byID[user] = c
	s.mu.Unlock()
	go c.heartbeat(time.NewTicker(20 * time.Second))
	go s.mirror(c)
}

func (s *store) logout(user string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.byID, user)
}

func (c *session) heartbeat(t *time.Ticker) {
	for range t.C { // BUG: nothing ends this loop, the ticker never closes its channel
		c.mu.Lock()
		c.seen = time.Now()
		c.mu.Unlock()
	}
}

func (s *store) mirror(c *session) {
	for {
		if err := s.copyToBackup(c); err == nil {
			return
		}
		time.Sleep(15 * time.Second) // BUG: tries for ever, the backup was switched off last year
	}
}

func (s *store) copyToBackup(c *session) error { return errors.New("backup: connection refused") }

func main() {
	s := &store{byID: map[string]*session{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/login", func(w http.ResponseWriter, r *http.Request) {
		s.login(r.URL.Query().Get("user"))
		s.logout(r.URL.Query().Get("user"))
		fmt.Fprintln(w, "bye")
	})
	ops.Start(mux)
	ops.Wait()
}
