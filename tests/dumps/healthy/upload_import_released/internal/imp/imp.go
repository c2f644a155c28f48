// Package imp imports an uploaded file with a pool per upload.
//
// The pool is released, which in github.com/panjf2000/ants 2.8.2 ends its goroutines too:
// https://github.com/panjf2000/ants/pull/287
package imp

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/panjf2000/ants/v2"
)

// Service answers the requests.
type Service struct{}

// New returns the service.
func New() (*Service, error) { return &Service{}, nil }

// Routes adds the service's paths to mux.
func (s *Service) Routes(mux *http.ServeMux) {
	mux.HandleFunc("/import", func(w http.ResponseWriter, r *http.Request) {
		pool, err := ants.NewPool(4, ants.WithExpiryDuration(time.Hour))
		if err != nil {
			http.Error(w, err.Error(), 500)
			return
		}
		defer pool.Release()
		var wg sync.WaitGroup
		for i := 0; i < 8; i++ {
			wg.Add(1)
			_ = pool.Submit(func() { defer wg.Done(); time.Sleep(2 * time.Millisecond) })
		}
		wg.Wait()
		fmt.Fprintln(w, "imported")
	})
}
