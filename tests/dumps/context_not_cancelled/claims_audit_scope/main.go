// Command claims registers insurance claims.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"sync"

	"example.org/claims/internal/ops"
	"example.org/claims/scope"
)

type claim struct {
	no, by string
	stop   context.CancelFunc
}

type office struct {
	mu      sync.Mutex
	open    map[string]claim
	closing chan struct{}
}

func (o *office) register(ctx context.Context, no string) {
	ctx, stop := context.WithCancel(ctx)
	o.mu.Lock()
	defer o.mu.Unlock()
	o.open[no] = claim{no: no, by: scope.Adjuster(ctx), stop: stop}
}

func (o *office) settle(no string) (claim, bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	c, ok := o.open[no]
	delete(o.open, no)
	return c, ok
}

func main() {
	o := &office{open: map[string]claim{}, closing: make(chan struct{})}
	mux := http.NewServeMux()
	mux.HandleFunc("/register", func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		o.register(scope.New(q.Get("by"), o.closing), q.Get("no"))
	})
	mux.HandleFunc("/settle", func(w http.ResponseWriter, r *http.Request) {
		c, ok := o.settle(r.URL.Query().Get("no"))
		if !ok {
			http.NotFound(w, r)
			return
		}
		log.Printf("claim %s of %s settled", c.no, c.by)
		fmt.Fprintln(w, "settled")
	})
	ops.Start(mux)
	ops.Wait()
}
