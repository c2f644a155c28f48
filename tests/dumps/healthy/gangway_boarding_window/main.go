package main

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"time"

	"reederei.fr/boarding/internal/ops"
)

type window struct {
	cabin  string
	cancel context.CancelFunc
}

type gangway struct {
	mu      sync.Mutex
	windows map[string]window
	missed  int
}

// open gives a cabin four seconds to board.
func (g *gangway) open(cabin string) {
	ctx, cancel := context.WithTimeout(context.Background(), 4*time.Second)
	g.mu.Lock()
	g.windows[cabin] = window{cabin, cancel}
	g.mu.Unlock()
	go g.expire(ctx, cabin)
}

func (g *gangway) expire(ctx context.Context, cabin string) {
	<-ctx.Done()
	g.mu.Lock()
	defer g.mu.Unlock()
	delete(g.windows, cabin)
	if ctx.Err() == context.DeadlineExceeded {
		g.missed++
	}
}

func (g *gangway) board(cabin string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	w, ok := g.windows[cabin]
	if ok {
		w.cancel()
	}
	return ok
}

func main() {
	g := &gangway{windows: map[string]window{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/open", func(w http.ResponseWriter, r *http.Request) { g.open(r.URL.Query().Get("cabin")) })
	mux.HandleFunc("/board", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, g.board(r.URL.Query().Get("cabin"))) })
	ops.Start(mux)
	ops.Wait()
}
