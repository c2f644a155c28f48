package main

import (
	"net/http"

	"weberei.at/jobs/board"
	"weberei.at/jobs/internal/ops"
	"weberei.at/jobs/loom"
)

func main() {
	b := board.New()
	go loom.New(b).Run()
	mux := http.NewServeMux()
	mux.HandleFunc("/weave", func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		b.Put(q.Get("id"), board.Job{Pattern: q.Get("pattern"), Meters: 2})
		if err := b.Await(q.Get("id")); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
