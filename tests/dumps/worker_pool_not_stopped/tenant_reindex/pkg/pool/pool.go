package pool

import "sync"

type Task func() error

type Pool struct {
	tasks   chan Task
	pending sync.WaitGroup
	mu      sync.Mutex
	errs    []error
}

type Option func(*Pool, *int)

func WithWorkers(n int) Option { return func(_ *Pool, w *int) { *w = n } }

func New(opts ...Option) *Pool {
	p, workers := &Pool{tasks: make(chan Task, 32)}, 2
	for _, o := range opts {
		o(p, &workers)
	}
	for i := 0; i < workers; i++ {
		go p.worker()
	}
	return p
}

func (p *Pool) worker() {
	for t := range p.tasks {
		if err := t(); err != nil {
			p.mu.Lock()
			p.errs = append(p.errs, err)
			p.mu.Unlock()
		}
		p.pending.Done()
	}
}

func (p *Pool) Submit(t Task) {
	p.pending.Add(1)
	p.tasks <- t
}

// Wait returns what went wrong after all submitted tasks have run.
func (p *Pool) Wait() []error {
	p.pending.Wait()
	return p.errs
}

// Stop ends the workers.
func (p *Pool) Stop() { close(p.tasks) }
