// Command winch steers the drums of a winch.
package main

import (
	"net/http"
	"sync"
	"time"

	"segelflug.at/winch/internal/ops"
	"segelflug.at/winch/rope"
)

type winch struct {
	mu    sync.Mutex
	drums map[string]*rope.Link
}

func (w *winch) drum(r *http.Request) *rope.Link {
	w.mu.Lock()
	defer w.mu.Unlock()
	name := r.URL.Query().Get("drum")
	l := w.drums[name]
	if l == nil {
		l = rope.Attach(10 * time.Minute)
		w.drums[name] = l
	}
	return l
}

func main() {
	w := &winch{drums: map[string]*rope.Link{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/attach", func(_ http.ResponseWriter, r *http.Request) { w.drum(r) })
	mux.HandleFunc("/drop", func(_ http.ResponseWriter, r *http.Request) { w.drum(r).Tear() })
	mux.HandleFunc("/send", func(_ http.ResponseWriter, r *http.Request) { go w.drum(r).Send(3) })
	mux.HandleFunc("/pull", func(_ http.ResponseWriter, r *http.Request) { w.drum(r).Send(9) })
	ops.Start(mux)
	ops.Wait()
}
