// Package tasks runs what the depot's scheduler assigns, and stops in order.
package tasks

import (
	"context"
	"log"
	"sync"
	"time"
)

type report struct {
	id  string
	err error
}

// Runner has one goroutine that owns its books.
type Runner struct {
	reports chan report
	tasks   sync.WaitGroup
	closed  chan struct{}
	perTask func(context.Context, string) error
}

// NewRunner starts the manager.
func NewRunner(work func(context.Context, string) error) *Runner {
	r := &Runner{reports: make(chan report), closed: make(chan struct{}), perTask: work}
	go r.manage()
	return r
}

func (r *Runner) manage() {
	defer close(r.closed)
	failed := 0
	for rep := range r.reports {
		if rep.err != nil {
			failed++
			log.Printf("tasks: %s: %v", rep.id, rep.err)
		}
	}
	log.Printf("tasks: %d failed", failed)
}

// Assign starts a task.
func (r *Runner) Assign(ctx context.Context, id string) {
	r.tasks.Add(1)
	go r.execute(ctx, id)
}

func (r *Runner) execute(ctx context.Context, id string) {
	defer r.tasks.Done()
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	r.reports <- report{id, r.perTask(ctx, id)}
}

// Stop waits for the tasks and then ends the manager.
func (r *Runner) Stop() {
	r.tasks.Wait()
	close(r.reports)
	<-r.closed
}
