package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"shopfront.example/checkout/internal/ops"
)

type retrying struct {
	base  http.RoundTripper
	tries int
}

func (r retrying) RoundTrip(req *http.Request) (resp *http.Response, err error) {
	for i := 0; i < r.tries; i++ {
		resp, err = r.base.RoundTrip(req)
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
		if err == nil {
			resp.Body.Close()
		}
		select {
		case <-time.After(50 * time.Millisecond << i):
		case <-req.Context().Done():
			return nil, req.Context().Err()
		}
	}
	return nil, errors.Join(errors.New("gave up"), err)
}

type shop struct {
	client *http.Client
	orders atomic.Int64
	carts  sync.Map
	log    *slog.Logger
}

func (s *shop) call(ctx context.Context, path string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, ops.Upstream(false)+path, nil)
	if err != nil {
		return err
	}
	resp, err := s.client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func (s *shop) checkout(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 3*time.Second)
	defer cancel()
	steps := []string{"/slow?ms=300", "/slow?ms=120", "/big"}
	errs := make(chan error, len(steps))
	for _, p := range steps {
		go func(p string) { errs <- s.call(ctx, p) }(p)
	}
	for range steps {
		if err := <-errs; err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
	}
	n := s.orders.Add(1)
	s.carts.Store(n, time.Now())
	json.NewEncoder(w).Encode(map[string]any{"order": fmt.Sprint("O-", n)})
}

func main() {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConnsPerHost = 100
	s := &shop{client: &http.Client{Transport: retrying{t, 3}}, log: slog.New(slog.NewTextHandler(os.Stderr, nil))}
	mux := http.NewServeMux()
	mux.HandleFunc("/checkout", s.checkout)
	ops.Start(mux)
	ops.Wait()
}
