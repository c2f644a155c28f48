// Command slots works four at a time; the others wait for a slot and get it.
package main

import (
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/slots/internal/ops"
	"golang.org/x/sync/semaphore"
)

type renderer struct {
	slots  *semaphore.Weighted
	tokens chan struct{}
}

func (r *renderer) page(w http.ResponseWriter, req *http.Request) {
	if err := r.slots.Acquire(req.Context(), 1); err != nil {
		return
	}
	defer r.slots.Release(1)
	time.Sleep(25 * time.Millisecond)
	fmt.Fprintln(w, "page")
}

func (r *renderer) cover(w http.ResponseWriter, req *http.Request) {
	r.tokens <- struct{}{}
	defer func() { <-r.tokens }()
	time.Sleep(25 * time.Millisecond)
	fmt.Fprintln(w, "cover")
}

func main() {
	r := &renderer{semaphore.NewWeighted(4), make(chan struct{}, 4)}
	mux := http.NewServeMux()
	mux.HandleFunc("/page", r.page)
	mux.HandleFunc("/cover", r.cover)
	ops.Start(mux)
	ops.Wait()
}
