package boardroom

import (
	"fmt"
	"net/http"
	"sync"
	"time"
)

// Board streams scores.
type Board struct {
	mu   sync.Mutex
	subs map[chan int]bool
	done chan struct{}
}

// New makes one.
func New() *Board { return &Board{subs: map[chan int]bool{}, done: make(chan struct{})} }

// Close ends all streams.
func (b *Board) Close() { close(b.done) }

// Tick publishes.
func (b *Board) Tick(d time.Duration) {
	t := time.NewTicker(d)
	defer t.Stop()
	for n := 0; ; n++ {
		select {
		case <-t.C:
			b.mu.Lock()
			for c := range b.subs {
				select {
				case c <- n:
				default:
				}
			}
			b.mu.Unlock()
		case <-b.done:
			return
		}
	}
}

func (b *Board) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c := make(chan int, 4)
	b.mu.Lock()
	b.subs[c] = true
	b.mu.Unlock()
	defer func() {
		b.mu.Lock()
		delete(b.subs, c)
		b.mu.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	fl := w.(http.Flusher)
	for {
		select {
		case n := <-c:
			fmt.Fprintf(w, "data: %d\n\n", n)
			fl.Flush()
		case <-r.Context().Done():
			return
		case <-b.done:
			return
		}
	}
}
