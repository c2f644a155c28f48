package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"karpfen.de/ponds/feeder"
	"karpfen.de/ponds/internal/ops"
)

type farm struct {
	mu      sync.Mutex
	feeders map[string]*feeder.Feeder
}

func (f *farm) start(w http.ResponseWriter, r *http.Request) {
	pond := r.URL.Query().Get("pond")
	fd := feeder.New(pond, 2)
	f.mu.Lock()
	f.feeders[pond] = fd
	f.mu.Unlock()
}

func (f *farm) stop(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	fd := f.feeders[r.URL.Query().Get("pond")]
	delete(f.feeders, r.URL.Query().Get("pond"))
	f.mu.Unlock()
	if fd == nil {
		http.NotFound(w, r)
		return
	}
	fd.Stop()
	fmt.Fprintln(w, "stopped", fd.Pond)
}

func (f *farm) oxygen() {
	for range time.NewTicker(time.Second).C {
		f.mu.Lock()
		_ = len(f.feeders)
		f.mu.Unlock()
	}
}

func main() {
	f := &farm{feeders: map[string]*feeder.Feeder{}}
	go f.oxygen()
	mux := http.NewServeMux()
	mux.HandleFunc("/start", f.start)
	mux.HandleFunc("/stop", f.stop)
	ops.Start(mux)
	ops.Wait()
}
