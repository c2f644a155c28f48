// Package ticks follows an event stream for each viewer as long as the viewer looks.
//
// In github.com/r3labs/sse before 2.8.2 the goroutine of readLoop sends the error that ends it on a channel
// without a buffer, and SubscribeWithContext has returned by then because its context ended: each viewer leaves
// one goroutine. https://github.com/r3labs/sse/pull/140
package ticks

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/r3labs/sse/v2"
)

// Service answers the requests.
type Service struct{ up string }

// upstream is the exchange, with ten ticks a second.
func upstream(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	for i := 0; i < 40; i++ {
		fmt.Fprintf(w, "id: %d\ndata: tick\n\n", i)
		w.(http.Flusher).Flush()
		select {
		case <-r.Context().Done():
			return
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// New returns the service.
func New() (*Service, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	go http.Serve(l, http.HandlerFunc(upstream))
	return &Service{up: "http://" + l.Addr().String() + "/ticks"}, nil
}

// Routes adds the service's paths to mux.
func (s *Service) Routes(mux *http.ServeMux) {
	mux.HandleFunc("/view", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), time.Second)
		defer cancel()
		n := make(chan int, 1024)
		go func() {
			_ = sse.NewClient(s.up).SubscribeWithContext(ctx, "", func(ev *sse.Event) {
				select {
				case n <- 1:
				default:
				}
			})
		}()
		<-ctx.Done()
		fmt.Fprintln(w, len(n))
	})
}
