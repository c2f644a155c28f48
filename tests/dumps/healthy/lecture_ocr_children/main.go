package main

import (
	"context"
	"net/http"
	"path"

	"lecture.example/ocr/internal/ops"
	"lecture.example/ocr/ocr"
)

func main() {
	ctx, stop := context.WithCancel(context.Background())
	pool := ocr.NewPool()
	mux := http.NewServeMux()
	mux.HandleFunc("/start/", func(w http.ResponseWriter, r *http.Request) {
		if err := pool.Start(ctx, path.Base(r.URL.Path)); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	ops.Start(mux)
	ops.Wait()
	stop()
	pool.Wait()
}
