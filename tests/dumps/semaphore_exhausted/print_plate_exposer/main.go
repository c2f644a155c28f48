package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"druckerei.lu/plates/internal/ops"
	"golang.org/x/sync/semaphore"
)

type plate struct {
	job  string
	size int64
}

type exposer struct {
	vacuum  *semaphore.Weighted
	exposed int64
}

var errTooLarge = errors.New("plate is larger than the table")

func (e *exposer) expose(ctx context.Context, p plate) error {
	if err := e.vacuum.Acquire(ctx, p.size); err != nil {
		return err
	}
	if p.size > 2 {
		return fmt.Errorf("job %s: %w", p.job, errTooLarge)
	}
	time.Sleep(3 * time.Millisecond)
	atomic.AddInt64(&e.exposed, 1)
	e.vacuum.Release(p.size)
	return nil
}

type shop struct{ tables []*exposer }

func (s *shop) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	size, _ := strconv.ParseInt(r.URL.Query().Get("size"), 10, 64)
	err := s.tables[0].expose(context.Background(), plate{job: r.URL.Query().Get("job"), size: size})
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
	}
}

func main() {
	s := &shop{tables: []*exposer{{vacuum: semaphore.NewWeighted(6)}, {vacuum: semaphore.NewWeighted(4)}}}
	mux := http.NewServeMux()
	mux.Handle("/expose", s)
	ops.Start(mux)
	ops.Wait()
}
