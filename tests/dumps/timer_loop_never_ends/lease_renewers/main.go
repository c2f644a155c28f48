package main

import (
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

func (s *scheduler) build(agent, script string) (string, error) {
	l := s.Acquire(agent)
	out, err := execute(script)
	if err != nil {
		return "", fmt.Errorf("on %s: %w", agent, err)
	}
	s.Release(l)
	return out, nil
}

func execute(script string) (string, error) {
	time.Sleep(3 * time.Millisecond)
	if script == "make lint" {
		return "", errors.New("exit status 2")
	}
	return "ok", nil
}

func main() {
	s := &scheduler{leases.Keeper{TTL: 30 * time.Second}}
	mux := http.NewServeMux()
	mux.HandleFunc("/build", func(w http.ResponseWriter, r *http.Request) {
		out, err := s.build(r.FormValue("agent"), r.FormValue("script"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusFailedDependency)
			return
		}
		fmt.Fprintln(w, out)
	})
	ops.Start(mux)
	ops.Wait()
}
