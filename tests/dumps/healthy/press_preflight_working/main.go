// Command preflight checks sheets before they go to the press.
package main

import (
	"log"
	"net/http"
	"sync"

	"press.example/preflight/internal/ops"
	"press.example/preflight/run"
)

type Queue struct {
	mu      sync.Mutex
	waiting map[string]bool
	passed  int
}

func (q *Queue) enter(sheet string) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.waiting[sheet] {
		return false
	}
	q.waiting[sheet] = true
	return true
}

func (q *Queue) leave(sheet string, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	delete(q.waiting, sheet)
	if ok {
		q.passed++
	}
}

type Preflight struct {
	queue *Queue
	fonts *run.Tool
	proof *run.Tool
}

func (p *Preflight) check(sheet string) {
	if !p.queue.enter(sheet) {
		return
	}
	for _, tool := range []*run.Tool{p.fonts, p.proof} {
		if _, err := tool.Execute(sheet); err != nil {
			log.Print(err)
			p.queue.leave(sheet, false)
			return
		}
	}
	p.queue.leave(sheet, true)
}

func main() {
	p := &Preflight{
		queue: &Queue{waiting: map[string]bool{}},
		fonts: &run.Tool{Name: "sh", Args: []string{"-c", "echo fonts of $0 ok"}},
		// A proof takes a few seconds.
		proof: &run.Tool{Name: "sh", Args: []string{"-c", "sleep 6; echo proof of $0"}},
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/sheet", func(w http.ResponseWriter, r *http.Request) {
		go p.check(r.URL.Query().Get("id"))
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
