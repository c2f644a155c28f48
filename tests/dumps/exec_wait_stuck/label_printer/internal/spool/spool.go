package spool

import (
	"context"
	"fmt"
	"net/http"
	"sync"

	"labels.example/printd/internal/cups"
)

type Spool struct {
	sync.Mutex
	jobs []string
}

func New() *Spool { return &Spool{} }

func (s *Spool) Print(w http.ResponseWriter, r *http.Request) {
	s.Lock()
	defer s.Unlock()
	id, err := cups.Submit(context.Background(), r.FormValue("printer"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	s.jobs = append(s.jobs, id)
	fmt.Fprintln(w, id)
}

func (s *Spool) Queue(w http.ResponseWriter, r *http.Request) {
	s.Lock()
	defer s.Unlock()
	fmt.Fprintln(w, len(s.jobs))
}
