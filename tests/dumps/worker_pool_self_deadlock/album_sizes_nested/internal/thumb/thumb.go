// Package thumb renders the pictures of an album on one pool; a picture has three sizes.
//
// The task of a picture submits its sizes to the pool it runs in. In github.com/panjf2000/ants Submit waits for a free
// worker, and when all eight workers wait there, none gets free. https://github.com/panjf2000/ants/issues/197
package thumb

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/panjf2000/ants/v2"
)

// Service answers the requests.
type Service struct{ pool *ants.Pool }

// New returns the service.
func New() (*Service, error) {
	p, err := ants.NewPool(8)
	return &Service{pool: p}, err
}

func (s *Service) album(n int) {
	var wg sync.WaitGroup
	for i := 0; i < n; i++ {
		wg.Add(1)
		_ = s.pool.Submit(func() {
			defer wg.Done()
			time.Sleep(20 * time.Millisecond) // decode
			for k := 0; k < 3; k++ {
				wg.Add(1)
				_ = s.pool.Submit(func() { defer wg.Done(); time.Sleep(10 * time.Millisecond) })
			}
		})
	}
	wg.Wait()
}

// Routes adds the service's paths to mux.
func (s *Service) Routes(mux *http.ServeMux) {
	mux.HandleFunc("/album", func(w http.ResponseWriter, r *http.Request) {
		s.album(12)
		fmt.Fprintln(w, "rendered")
	})
}
