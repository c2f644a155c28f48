// Command reindex reads the pages of new volumes, some volumes at a time.
package main

import (
	"context"
	"net/http"
	"sync/atomic"
	"time"

	"music.example/reindex/internal/ops"
	"music.example/reindex/pages"
)

type Reader struct {
	perPage time.Duration
	read    int64
}

func (r *Reader) recognise(p pages.Page) {
	time.Sleep(r.perPage)
	atomic.AddInt64(&r.read, 1)
}

func (r *Reader) volume(ctx context.Context, v *pages.Volume) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for p := range v.All(ctx) {
		r.recognise(p)
	}
}

func main() {
	r := &Reader{perPage: 300 * time.Millisecond}
	mux := http.NewServeMux()
	mux.HandleFunc("/new", func(w http.ResponseWriter, req *http.Request) {
		for _, v := range pages.Shelf(1) {
			go r.volume(context.Background(), v)
		}
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
