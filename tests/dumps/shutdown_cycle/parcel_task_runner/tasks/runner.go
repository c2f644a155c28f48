// Package tasks runs what the depot's scheduler assigns.
package tasks

import (
	"context"
	"fmt"
	"log"
	"sync"
	"time"
)

type verb int

const (
	assigned verb = iota
	completed
	failed
	halt
)

type command struct {
	verb verb
	task Task
	err  error
	ack  chan struct{}
}

// Task is one piece of work.
type Task struct {
	ID     string
	Weight int
}

// Runner has one goroutine that owns its books.
type Runner struct {
	cmds    chan command
	tasks   sync.WaitGroup
	perTask func(context.Context, Task) error
}

// NewRunner starts the manager.
func NewRunner(work func(context.Context, Task) error) *Runner {
	r := &Runner{cmds: make(chan command), perTask: work}
	go r.manage()
	return r
}

func (r *Runner) manage() {
	running, done, bad := map[string]time.Time{}, 0, 0
	for c := range r.cmds {
		switch c.verb {
		case assigned:
			running[c.task.ID] = time.Now()
		case completed:
			delete(running, c.task.ID)
			done++
		case failed:
			delete(running, c.task.ID)
			bad++
			log.Printf("tasks: %s: %v", c.task.ID, c.err)
		case halt:
			log.Printf("tasks: stopping, %d done, %d failed, %d running", done, bad, len(running))
			close(c.ack)
			return
		}
	}
}

// Assign starts a task.
func (r *Runner) Assign(ctx context.Context, t Task) {
	r.tasks.Add(1)
	r.cmds <- command{verb: assigned, task: t}
	go r.execute(ctx, t)
}

func (r *Runner) execute(ctx context.Context, t Task) {
	defer r.tasks.Done()
	if err := r.perTask(ctx, t); err != nil {
		r.cmds <- command{verb: failed, task: t, err: fmt.Errorf("weight %d: %w", t.Weight, err)}
		return
	}
	r.cmds <- command{verb: completed, task: t}
}

// Stop ends the manager and waits for the tasks.
func (r *Runner) Stop() {
	ack := make(chan struct{})
	r.cmds <- command{verb: halt, ack: ack}
	<-ack
	r.tasks.Wait()
}
