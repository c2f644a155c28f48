package api

import (
	"context"
	"fmt"
	"net/http"
	_ "net/http/pprof"
	"time"

	"gitlab.kontor.example/freight/quotes/internal/rating"
)

type Server struct {
	http   *http.Server
	engine *rating.Engine
}

func New(addr string, e *rating.Engine) *Server {
	s := &Server{engine: e}
	http.HandleFunc("/quote", s.quote)
	s.http = &http.Server{Addr: addr, ReadHeaderTimeout: 3 * time.Second, IdleTimeout: time.Minute}
	return s
}

func (s *Server) Run(ctx context.Context) error {
	errs := make(chan error, 1)
	go func() { errs <- s.http.ListenAndServe() }()
	select {
	case err := <-errs:
		return err
	case <-ctx.Done():
		grace, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		return s.http.Shutdown(grace)
	}
}

func (s *Server) quote(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	price, err := s.engine.Quote(r.Context(), q.Get("tenant"), q.Get("from"), q.Get("to"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	fmt.Fprintf(w, "%d\n", price)
}
