// Package server ends with its requests.
package server

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"
)

// Server serves until Stop.
type Server struct {
	http  *http.Server
	grace time.Duration
	ended chan struct{}
}

// New makes a server that has the time grace to end.
func New(addr string, h http.Handler, grace time.Duration) *Server {
	return &Server{
		http:  &http.Server{Addr: addr, Handler: h, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute},
		grace: grace,
		ended: make(chan struct{}),
	}
}

// Start serves in the background.
func (s *Server) Start() {
	go func() {
		if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
		<-s.ended
	}()
}

// Stop returns when all requests are answered, or the time is over.
func (s *Server) Stop() error {
	defer close(s.ended)
	ctx, cancel := context.WithTimeout(context.Background(), s.grace)
	defer cancel()
	return s.http.Shutdown(ctx)
}
