// Command beds serves the hut boards of a valley.
package main

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"alpenhuts.ch/beds/board"
	"alpenhuts.ch/beds/internal/ops"
)

type server struct{ valley *board.Valley }

func (s *server) report(w http.ResponseWriter, r *http.Request) {
	free, _ := strconv.Atoi(r.URL.Query().Get("free"))
	if !s.valley.Report(r.URL.Query().Get("hut"), free) {
		http.Error(w, "busy", http.StatusServiceUnavailable)
	}
}

func (s *server) join(w http.ResponseWriter, r *http.Request) {
	free, changes := s.valley.Join(r.URL.Query().Get("hut"))
	select {
	case free = <-changes:
	case <-time.After(20 * time.Second):
	case <-r.Context().Done():
	}
	fmt.Fprintln(w, free)
}

func (s *server) retire(w http.ResponseWriter, r *http.Request) {
	s.valley.Retire(r.URL.Query().Get("hut"))
}

func main() {
	s := &server{board.NewValley()}
	mux := http.NewServeMux()
	mux.HandleFunc("/beds", s.report)
	mux.HandleFunc("/join", s.join)
	mux.HandleFunc("/retire", s.retire)
	ops.Start(mux)
	ops.Wait()
}
