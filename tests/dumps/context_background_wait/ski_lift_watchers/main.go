package main

import (
	"context"
	"fmt"
	"net/http"
	"sync"

	"bergbahn.ch/lifts/internal/ops"
)

type ride struct {
	lift string
	pass string
}

type gate struct {
	mu      sync.Mutex
	waiting map[ride]int
	base    context.Context
}

// enter counts a guest in and has the count taken back when the ride is over.
func (g *gate) enter(ctx context.Context, r ride) {
	g.mu.Lock()
	g.waiting[r]++
	g.mu.Unlock()
	go g.release(ctx, r)
}

func (g *gate) release(ctx context.Context, r ride) {
	<-ctx.Done()
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.waiting[r]--; g.waiting[r] == 0 {
		delete(g.waiting, r)
	}
}

func (g *gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	guest := ride{lift: "gratbahn", pass: r.URL.Query().Get("pass")}
	g.enter(context.WithValue(g.base, ride{}, guest), guest)
	g.mu.Lock()
	n := len(g.waiting)
	g.mu.Unlock()
	fmt.Fprintln(w, n)
}

func main() {
	base, stop := context.WithCancel(context.Background())
	defer stop()
	mux := http.NewServeMux()
	mux.Handle("/enter", &gate{waiting: map[ride]int{}, base: base})
	ops.Start(mux)
	ops.Wait()
}
