package main

import (
	"context"
	"net/http"
	"sync/atomic"
	"time"

	"golang.org/x/sync/semaphore"
	"hafen.be/cranes/internal/ops"
)

type container struct {
	no   string
	tons int64
}

type quay struct {
	cranes *semaphore.Weighted
	moved  int64
}

func (q *quay) unload(ctx context.Context, c container) error {
	if err := q.cranes.Acquire(ctx, c.tons); err != nil {
		return err
	}
	defer q.cranes.Release(c.tons)
	select {
	case <-time.After(80 * time.Millisecond):
		atomic.AddInt64(&q.moved, 1)
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (q *quay) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 5*time.Second)
	defer cancel()
	if err := q.unload(ctx, container{no: r.URL.Query().Get("no"), tons: 1 + int64(len(r.URL.RawQuery))%2}); err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
	}
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/unload", &quay{cranes: semaphore.NewWeighted(5)})
	ops.Start(mux)
	ops.Wait()
}
