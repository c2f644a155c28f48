// Command hubmoving sends under a lock to a receiver that needs another lock: slow, but it moves.
package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/northshop/hubmoving/internal/ops"
)

type hub struct {
	mu      sync.Mutex
	changes chan string
	stats   sync.Mutex
	sent    int
}

func (h *hub) run() {
	for range h.changes {
		h.record()
	}
}

func (h *hub) record() {
	h.stats.Lock()
	defer h.stats.Unlock()
	time.Sleep(15 * time.Millisecond) // the journal
	h.sent++
}

func (h *hub) publish(sku string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.changes <- sku
}

func main() {
	h := &hub{changes: make(chan string)}
	go h.run()
	mux := http.NewServeMux()
	mux.HandleFunc("/change", func(w http.ResponseWriter, r *http.Request) {
		h.publish(r.URL.RawQuery)
		fmt.Fprintln(w, "sent")
	})
	ops.Start(mux)
	ops.Wait()
}
