package tenancy

import (
	"context"
	"sync"
	"time"
)

type Job struct{ Kind string }

// Worker does the jobs of one tenant, one after the other.
type Worker struct {
	id    string
	queue chan Job
	stop  context.CancelFunc
}

func (w *Worker) Enqueue(j Job) { w.queue <- j }

func (w *Worker) work(ctx context.Context) {
	housekeeping := time.NewTicker(10 * time.Minute)
	defer housekeeping.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case j := <-w.queue:
			w.handle(j)
		case <-housekeeping.C:
			w.compact()
		}
	}
}

func (w *Worker) handle(j Job) { time.Sleep(time.Millisecond) }
func (w *Worker) compact()     {}

// Registry has a worker for each tenant that was seen.
type Registry struct {
	ctx     context.Context
	workers sync.Map
	mu      sync.Mutex
}

func NewRegistry(ctx context.Context) *Registry { return &Registry{ctx: ctx} }

func (r *Registry) For(id string) *Worker {
	if w, ok := r.workers.Load(id); ok {
		return w.(*Worker)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if w, ok := r.workers.Load(id); ok {
		return w.(*Worker)
	}
	ctx, cancel := context.WithCancel(r.ctx)
	w := &Worker{id: id, queue: make(chan Job, 100), stop: cancel}
	r.workers.Store(id, w)
	go w.work(ctx)
	return w
}

func (r *Registry) Stop() {
	r.workers.Range(func(_, w any) bool { w.(*Worker).stop(); return true })
}
