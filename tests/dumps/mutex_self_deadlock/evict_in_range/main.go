package main

import (
	"encoding/json"
	"log/slog"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	"bitbucket.org/halden/sessiond/table"
)

type session struct {
	User    string
	Expires time.Time
}

type server struct {
	live *table.Table[string, *session]
	logs *slog.Logger
}

func (s *server) login(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	s.live.Put(id, &session{User: r.FormValue("user"), Expires: time.Now().Add(2 * time.Second)})
	json.NewEncoder(w).Encode(map[string]string{"session": id})
}

func (s *server) whoami(w http.ResponseWriter, r *http.Request) {
	found, ok := s.live.Find(r.FormValue("id"))
	if !ok {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return
	}
	json.NewEncoder(w).Encode(found)
}

func (s *server) sweep(every time.Duration) {
	for now := range time.Tick(every) {
		s.live.Walk(func(id string, one *session) bool {
			if one.Expires.Before(now) {
				s.expire(id, one)
			}
			return true
		})
	}
}

func (s *server) expire(id string, one *session) {
	s.logs.Info("expired", "user", one.User)
	s.live.Drop(id)
}

func withAccessLog(logs *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		next.ServeHTTP(w, r)
		logs.Debug("served", "path", r.URL.Path, "took", time.Since(began))
	})
}

func main() {
	logs := slog.New(slog.NewJSONHandler(os.Stderr, nil))
	s := &server{live: table.Of[string, *session](), logs: logs}
	http.HandleFunc("/login", s.login)
	http.HandleFunc("/whoami", s.whoami)
	go s.sweep(time.Second)
	logs.Error("stopped", "err", http.ListenAndServe(os.Getenv("LISTEN"), withAccessLog(logs, http.DefaultServeMux)))
}
