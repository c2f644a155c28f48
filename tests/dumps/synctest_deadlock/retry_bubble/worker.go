// Package retry runs jobs again until they succeed.
package retry

import (
	"context"
	"time"
)

type Worker struct {
	jobs chan func() error
	done chan struct{}
}

func NewWorker() *Worker {
	w := &Worker{jobs: make(chan func() error), done: make(chan struct{})}
	go w.run()
	return w
}

func (w *Worker) run() {
	defer close(w.done)
	for job := range w.jobs {
		for job() != nil {
			time.Sleep(time.Second)
		}
	}
}

// Do hands a job to the worker.
func (w *Worker) Do(job func() error) { w.jobs <- job }

// Stop waits for the worker.
func (w *Worker) Stop(ctx context.Context) {
	<-w.done // BUG: nobody closes jobs
}
