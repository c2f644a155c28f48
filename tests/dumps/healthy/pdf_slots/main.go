package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	"golang.org/x/sync/semaphore"
)

type renderer struct {
	slots *semaphore.Weighted
}

func cost(pages string) int64 {
	if len(pages) > 1 {
		return 2
	}
	return 1
}

func (r *renderer) render(ctx context.Context, pages string) error {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	c := cost(pages)
	if err := r.slots.Acquire(ctx, c); err != nil {
		return errors.Join(errors.New("busy"), err)
	}
	defer r.slots.Release(c)
	select {
	case <-time.After(400 * time.Millisecond):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	r := &renderer{semaphore.NewWeighted(6)}
	http.HandleFunc("/pdf", func(w http.ResponseWriter, q *http.Request) {
		if err := r.render(q.Context(), q.FormValue("pages")); err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
		}
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
