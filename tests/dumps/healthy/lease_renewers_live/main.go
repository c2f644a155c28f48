package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"kubecraft.example/runners/internal/ops"
	"kubecraft.example/runners/leases"
)

type scheduler struct {
	leases.Keeper
}

func (s *scheduler) build(ctx context.Context, agent, script string) (string, error) {
	l := s.Acquire(agent)
	defer s.Release(l)
	out, err := execute(ctx, script)
	if err != nil {
		return "", fmt.Errorf("on %s: %w", agent, err)
	}
	return out, nil
}

func execute(ctx context.Context, script string) (string, error) {
	took := time.Duration(len(script)) * time.Minute
	select {
	case <-time.After(took):
		return "ok", nil
	case <-ctx.Done():
		return "", errors.New("the client went away")
	}
}

func main() {
	s := &scheduler{leases.Keeper{TTL: 30 * time.Second}}
	mux := http.NewServeMux()
	mux.HandleFunc("/build", func(w http.ResponseWriter, r *http.Request) {
		out, err := s.build(r.Context(), r.FormValue("agent"), r.FormValue("script"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusFailedDependency)
			return
		}
		fmt.Fprintln(w, out)
	})
	ops.Start(mux)
	ops.Wait()
}
