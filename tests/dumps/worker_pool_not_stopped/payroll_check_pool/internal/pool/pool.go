package pool

import "sync"

// Task is one thing to do.
type Task interface{ Do() error }

// Pool runs tasks with a fixed number of hands.
type Pool struct {
	tasks chan Task
	wg    sync.WaitGroup
	once  sync.Once
	mu    sync.Mutex
	errs  []error
}

// New starts hands goroutines.
func New(hands int) *Pool {
	p := &Pool{tasks: make(chan Task, hands)}
	p.wg.Add(hands)
	for i := 0; i < hands; i++ {
		go p.hand()
	}
	return p
}

func (p *Pool) hand() {
	defer p.wg.Done()
	for t := range p.tasks {
		if err := t.Do(); err != nil {
			p.mu.Lock()
			p.errs = append(p.errs, err)
			p.mu.Unlock()
		}
	}
}

// Put queues a task.
func (p *Pool) Put(t Task) { p.tasks <- t }

// Finish waits for all tasks and returns what went wrong.
func (p *Pool) Finish() []error {
	p.once.Do(func() { close(p.tasks) })
	p.wg.Wait()
	return p.errs
}
