package main

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"time"

	"parkside/gates/internal/ops"
	"parkside/gates/lot"
)

const patience = 5 * time.Minute

type server struct{ lot *lot.Lot }

func (s *server) wait(w http.ResponseWriter, r *http.Request) {
	seen, _ := strconv.Atoi(r.URL.Query().Get("seen"))
	ctx, cancel := context.WithTimeout(r.Context(), patience)
	defer cancel()
	free, version, err := s.lot.After(ctx, seen)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		w.WriteHeader(http.StatusNotModified)
	case err == nil:
		json.NewEncoder(w).Encode(map[string]int{"free": free, "version": version})
	}
}

func (s *server) set(w http.ResponseWriter, r *http.Request) {
	free, err := strconv.Atoi(r.URL.Query().Get("free"))
	if err != nil {
		http.Error(w, "free?", http.StatusBadRequest)
		return
	}
	s.lot.Set(free)
}

func logged(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		defer func() { w.Header().Set("X-Took", time.Since(began).String()) }()
		next(w, r)
	}
}

func main() {
	s := &server{lot: lot.New(120)}
	mux := http.NewServeMux()
	mux.HandleFunc("/wait", logged(s.wait))
	mux.HandleFunc("/set", logged(s.set))
	ops.Start(mux)
	ops.Wait()
}
