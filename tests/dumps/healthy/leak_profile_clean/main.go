// Command clean leaks nothing: its leak profile is empty although many goroutines wait.
package main

import (
	"fmt"
	"net/http"
	"sync"

	"github.com/northshop/clean/internal/ops"
)

type pool struct {
	jobs chan func()
	wg   sync.WaitGroup
}

func (p *pool) work() {
	for job := range p.jobs {
		job()
	}
}

func main() {
	p := &pool{jobs: make(chan func())}
	for i := 0; i < 8; i++ {
		go p.work()
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/job", func(w http.ResponseWriter, r *http.Request) {
		p.wg.Add(1)
		p.jobs <- p.wg.Done
		fmt.Fprintln(w, "ok")
	})
	ops.Start(mux)
	ops.Wait()
}
