// Command basketevents tells browsers what happens to their basket: each holds a request until
// something happens, at most 25 seconds, and asks again.
package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/northshop/basketevents/internal/ops"
)

type hub struct {
	mu   sync.Mutex
	wait chan struct{}
}

func (h *hub) changed() <-chan struct{} {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.wait
}

func (h *hub) announce() {
	h.mu.Lock()
	defer h.mu.Unlock()
	close(h.wait)
	h.wait = make(chan struct{})
}

func (h *hub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	timeout := time.NewTimer(25 * time.Second)
	defer timeout.Stop()
	select {
	case <-h.changed():
		fmt.Fprintln(w, "changed")
	case <-timeout.C:
		w.WriteHeader(http.StatusNoContent)
	case <-r.Context().Done():
	}
}

func main() {
	h := &hub{wait: make(chan struct{})}
	go func() {
		for range time.NewTicker(time.Hour).C {
			h.announce()
		}
	}()
	mux := http.NewServeMux()
	mux.Handle("/events", h)
	ops.Start(mux)
	ops.Wait()
}
