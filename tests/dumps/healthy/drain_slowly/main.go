// Command drain restarts its workers now and then; Stop waits until they have finished their job.
package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/northshop/drain/internal/ops"
)

type workers struct {
	quit chan struct{}
	jobs chan int
	wg   sync.WaitGroup
}

func start(n int) *workers {
	w := &workers{quit: make(chan struct{}), jobs: make(chan int)}
	w.wg.Add(n)
	for i := 0; i < n; i++ {
		go w.run()
	}
	return w
}

func (w *workers) run() {
	defer w.wg.Done()
	for {
		select {
		case <-w.jobs:
			time.Sleep(3 * time.Second) // a job that must not be cut
		case <-w.quit:
			return
		}
	}
}

// Stop returns when the running jobs have ended.
func (w *workers) Stop() {
	close(w.quit)
	w.wg.Wait()
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/restart", func(rw http.ResponseWriter, r *http.Request) {
		w := start(4)
		for i := 0; i < 4; i++ {
			w.jobs <- i
		}
		w.Stop()
		fmt.Fprintln(rw, "restarted")
	})
	ops.Start(mux)
	ops.Wait()
}
