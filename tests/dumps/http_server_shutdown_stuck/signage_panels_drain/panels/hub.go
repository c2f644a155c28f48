// Package panels keeps the departure panels of a station informed.
package panels

import (
	"fmt"
	"net/http"
	"sync"
	"time"
)

type Hub struct {
	mu     sync.Mutex
	panels map[chan string]string
}

func NewHub() *Hub {
	h := &Hub{panels: make(map[chan string]string)}
	go h.tick(15 * time.Second)
	return h
}

func (h *Hub) tick(every time.Duration) {
	for now := range time.NewTicker(every).C {
		h.mu.Lock()
		for ch := range h.panels {
			select {
			case ch <- now.Format("15:04"):
			default:
			}
		}
		h.mu.Unlock()
	}
}

func (h *Hub) join(name string) chan string {
	ch := make(chan string, 8)
	h.mu.Lock()
	h.panels[ch] = name
	h.mu.Unlock()
	return ch
}

func (h *Hub) leave(ch chan string) {
	h.mu.Lock()
	delete(h.panels, ch)
	h.mu.Unlock()
}

// ServeHTTP is the stream of one panel.
func (h *Hub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	flusher := w.(http.Flusher)
	ch := h.join(r.URL.Path)
	defer h.leave(ch)
	w.Header().Set("Content-Type", "text/event-stream")
	w.WriteHeader(http.StatusOK)
	flusher.Flush()
	for {
		select {
		case text := <-ch:
			fmt.Fprintf(w, "data: %s\n\n", text)
			flusher.Flush()
		case <-r.Context().Done():
			return
		}
	}
}
