// Command sessions counts who is logged in.
package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/northshop/sessions/internal/ops"
)

type session struct {
	user string
	seen time.Time
}

type store struct {
	sync.Mutex
	sessions map[string]*session
	limit    int
}

func (s *store) withSession(user string, do func(*session)) {
	s.Lock()
	defer s.Unlock()
	got, ok := s.sessions[user]
	if !ok {
		got = &session{user: user}
		s.sessions[user] = got
	}
	do(got)
}

func (s *store) count() int {
	s.Lock()
	defer s.Unlock()
	return len(s.sessions)
}

func (s *store) login(user string) (n int) {
	s.withSession(user, func(got *session) {
		defer func() {
			// BUG: runs before withSession's own deferred Unlock.
			if n = s.count(); n > s.limit {
				n = -1
			}
		}()
		got.seen = time.Now()
	})
	return n
}

// sweep drops old sessions every few seconds.
func (s *store) sweep() {
	for range time.Tick(time.Second) {
		s.Lock()
		for user, got := range s.sessions {
			if time.Since(got.seen) > time.Hour {
				delete(s.sessions, user)
			}
		}
		s.Unlock()
	}
}

func main() {
	s := &store{sessions: map[string]*session{}, limit: 1000}
	go s.sweep()
	mux := http.NewServeMux()
	mux.HandleFunc("/login", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, s.login(r.URL.Query().Get("user")))
	})
	ops.Start(mux)
	ops.Wait()
}
