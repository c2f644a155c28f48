// Command condpool has eight workers that wait in Cond.Wait for jobs.
package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/northshop/condpool/internal/ops"
)

type queue struct {
	mu   sync.Mutex
	more *sync.Cond
	jobs []int
}

func newQueue(workers int) *queue {
	q := &queue{}
	q.more = sync.NewCond(&q.mu)
	for i := 0; i < workers; i++ {
		go q.worker()
	}
	return q
}

func (q *queue) push(job int) {
	q.mu.Lock()
	q.jobs = append(q.jobs, job)
	q.mu.Unlock()
	q.more.Signal()
}

func (q *queue) pop() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.jobs) == 0 {
		q.more.Wait()
	}
	job := q.jobs[0]
	q.jobs = q.jobs[1:]
	return job
}

func (q *queue) worker() {
	for {
		time.Sleep(time.Duration(q.pop()) * time.Millisecond)
	}
}

func main() {
	q := newQueue(ops.Count(8))
	mux := http.NewServeMux()
	mux.HandleFunc("/job", func(w http.ResponseWriter, r *http.Request) {
		q.push(3)
		fmt.Fprintln(w, "queued")
	})
	ops.Start(mux)
	ops.Wait()
}
