package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"radiologica.es/archive/archive"
	"radiologica.es/archive/internal/ops"
)

type desk struct {
	bucket *archive.Bucket
	jobs   chan string
}

func (d *desk) count(w http.ResponseWriter, r *http.Request) {
	n, err := archive.Count(context.Background(), d.bucket, r.URL.Query().Get("study"), 4)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	fmt.Fprintln(w, n)
}

func (d *desk) nightly() {
	for {
		select {
		case s := <-d.jobs:
			archive.Count(context.Background(), d.bucket, s, 1)
		case <-time.After(time.Minute):
		}
	}
}

func main() {
	d := &desk{bucket: &archive.Bucket{Depth: 3, Fanout: 5}, jobs: make(chan string)}
	go d.nightly()
	mux := http.NewServeMux()
	mux.HandleFunc("/count", d.count)
	ops.Start(mux)
	ops.Wait()
}
