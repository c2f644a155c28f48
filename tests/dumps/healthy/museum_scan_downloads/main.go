package main

import (
	"context"
	"net/http"
	"path"

	"museum.example/scans/internal/ops"
	"museum.example/scans/mirror"
)

func main() {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	m := mirror.Start(ctx, 8)
	mux := http.NewServeMux()
	mux.HandleFunc("/mirror/", func(w http.ResponseWriter, r *http.Request) {
		id := path.Base(r.URL.Path)
		m.Submit(mirror.Job{ID: id, URL: ops.Upstream(false) + "/drip?ms=60&scan=" + id})
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
