package main

import (
	"io"
	"net/http"
	"time"

	"tapelib/internal/ops"
	"tapelib/robot"
)

type job struct {
	kind robot.Kind
	took time.Duration
}

type app struct {
	*http.ServeMux
	pool *robot.Pool
}

func (a *app) run(j job) {
	a.pool.Acquire(j.kind)
	defer a.pool.Release()
	time.Sleep(j.took)
}

func (a *app) serve(j job) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		a.run(j)
		io.WriteString(w, "done\n")
	}
}

func (a *app) cleaner() {
	for range time.Tick(40 * time.Millisecond) {
		a.pool.Cleaned()
	}
}

func main() {
	a := &app{http.NewServeMux(), robot.NewPool(4)}
	a.HandleFunc("/restore", a.serve(job{robot.Restore, 15 * time.Millisecond}))
	a.HandleFunc("/archive", a.serve(job{robot.Archive, 10 * time.Millisecond}))
	go a.cleaner()
	ops.Start(a.ServeMux)
	ops.Wait()
}
