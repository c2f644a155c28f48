// Package board streams departures.
package board

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"time"
)

type Board struct {
	mu   sync.Mutex
	subs map[chan string]struct{}
}

func New() *Board {
	b := &Board{subs: map[chan string]struct{}{}}
	go b.run()
	return b
}

func (b *Board) run() {
	for at := range time.Tick(400 * time.Millisecond) {
		b.mu.Lock()
		for c := range b.subs {
			select {
			case c <- at.Format(time.RFC3339):
			default:
			}
		}
		b.mu.Unlock()
	}
}

func (b *Board) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c := make(chan string, 4)
	b.mu.Lock()
	b.subs[c] = struct{}{}
	b.mu.Unlock()
	defer func() {
		b.mu.Lock()
		delete(b.subs, c)
		b.mu.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	for {
		select {
		case line := <-c:
			fmt.Fprintf(w, "data: %s\n\n", line)
			w.(http.Flusher).Flush()
		case <-r.Context().Done():
			return
		}
	}
}

// Serve runs the public side until stop is closed.
func Serve(addr string, b *Board, stop <-chan struct{}) error {
	mux := http.NewServeMux()
	mux.Handle("/departures", b)
	srv := &http.Server{Addr: addr, Handler: mux}
	done := make(chan error, 1)
	go func() {
		<-stop
		done <- srv.Shutdown(context.Background())
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	return <-done
}
