// Package pool runs jobs on a fixed number of workers.
package pool

import (
	"log"
	"sync"
)

// Pool is made once.
type Pool struct {
	jobs chan func()
	wg   sync.WaitGroup
}

// New starts the workers.
func New(workers int) *Pool {
	p := &Pool{jobs: make(chan func(), 2*workers)}
	p.wg.Add(workers)
	for i := 0; i < workers; i++ {
		go p.worker(i)
	}
	return p
}

func (p *Pool) worker(id int) {
	defer p.wg.Done()
	for job := range p.jobs {
		job()
	}
	log.Printf("worker %d is done", id)
}

// Do queues a job.
func (p *Pool) Do(job func()) { p.jobs <- job }

// Close waits for the queued jobs.
func (p *Pool) Close() {
	close(p.jobs)
	p.wg.Wait()
}
