// Command rota assigns nurses to slots.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"clinic.example/rota/internal/ops"
	"clinic.example/rota/store"
)

type Scheduler struct {
	ctx   context.Context
	rings map[string]*Ring
}

func (s *Scheduler) assign(w http.ResponseWriter, r *http.Request) {
	ring := s.rings[r.URL.Query().Get("ward")]
	if ring == nil {
		http.NotFound(w, r)
		return
	}
	nurse, err := ring.Next(r.Context())
	if err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	fmt.Fprintln(w, nurse)
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	db := store.Open()
	s := &Scheduler{ctx: ctx, rings: map[string]*Ring{}}
	for _, ward := range []string{"icu", "birth"} {
		ring := &Ring{Name: ward, store: db, nurses: []string{"vera", "ines", "olu"}, turns: make(chan int)}
		s.rings[ward] = ring
		go ring.turn(15 * time.Second)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/assign", s.assign)
	ops.Start(mux)
	ops.Wait()
}
