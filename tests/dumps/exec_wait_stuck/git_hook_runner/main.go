package main

import (
	"log"
	"net/http"
	"sync"
	"time"

	"forge.internal/hooks/internal/ops"
	"forge.internal/hooks/runner"
)

type queue struct {
	wg   sync.WaitGroup
	jobs chan func()
}

func (q *queue) worker() {
	defer q.wg.Done()
	for j := range q.jobs {
		j()
	}
}

func main() {
	hooks := map[string]runner.Hook{
		"lint":   {"lint", "echo checked", 5 * time.Second},
		"mirror": {"mirror", "echo pushing; sleep 500 & echo started", 2 * time.Second},
	}
	q := &queue{jobs: make(chan func(), 100)}
	for i := 0; i < 3; i++ {
		q.wg.Add(1)
		go q.worker()
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/push", func(w http.ResponseWriter, r *http.Request) {
		h, ctx := hooks[r.FormValue("hook")], r.Context()
		done := make(chan bool, 1)
		q.jobs <- func() {
			res, err := h.Run(ctx)
			if err != nil {
				log.Print(err)
			}
			done <- res.OK
		}
		if !<-done {
			w.WriteHeader(http.StatusConflict)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
