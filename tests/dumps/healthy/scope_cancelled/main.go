// Command scoped derives contexts from a context of its own and cancels every one of them.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/scoped/internal/ops"
)

type scope struct {
	context.Context
	closed chan struct{}
}

func (s *scope) Done() <-chan struct{} { return s.closed }

func (s *scope) Err() error { return nil }

func (s *scope) find(query string) int {
	ctx, cancel := context.WithTimeout(s, time.Minute)
	defer cancel()
	select {
	case <-ctx.Done():
		return 0
	case <-time.After(200 * time.Millisecond): // the index
		return len(query)
	}
}

func main() {
	s := &scope{context.Background(), make(chan struct{})}
	mux := http.NewServeMux()
	mux.HandleFunc("/find", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, s.find(r.URL.RawQuery)) })
	ops.Start(mux)
	ops.Wait()
}
