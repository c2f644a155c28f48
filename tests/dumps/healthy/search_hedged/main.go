package main

import (
	"context"
	"net/http"
	"time"

	"search/internal/ops"
)

type hit struct{ doc string }

type replica func(ctx context.Context, q string) (hit, error)

func slow(d time.Duration) replica {
	return func(ctx context.Context, q string) (hit, error) {
		t := time.NewTimer(d)
		defer t.Stop()
		select {
		case <-t.C:
			return hit{q}, nil
		case <-ctx.Done():
			return hit{}, ctx.Err()
		}
	}
}

func hedge(ctx context.Context, q string, rs ...replica) (hit, error) {
	type res struct {
		hit
		error
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	out := make(chan res, len(rs))
	for _, r := range rs {
		go func() {
			h, err := r(ctx, q)
			out <- res{h, err}
		}()
	}
	select {
	case x := <-out:
		return x.hit, x.error
	case <-ctx.Done():
		return hit{}, ctx.Err()
	}
}

func main() {
	rs := []replica{slow(9 * time.Second), slow(11 * time.Second), slow(14 * time.Second)}
	mux := http.NewServeMux()
	mux.HandleFunc("/q", func(w http.ResponseWriter, r *http.Request) {
		h, err := hedge(r.Context(), r.URL.Query().Get("q"), rs...)
		if err == nil {
			w.Write([]byte(h.doc))
		}
	})
	ops.Start(mux)
	ops.Wait()
}
