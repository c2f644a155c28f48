package boot

import (
	"net/http"
	"sync"
)

// Gate holds requests back until all steps of the start are done.
type Gate struct {
	ready chan struct{}
	once  sync.Once
}

func NewGate() *Gate { return &Gate{ready: make(chan struct{})} }

func (g *Gate) Open() { g.once.Do(func() { close(g.ready) }) }

func (g *Gate) Wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-g.ready:
			next.ServeHTTP(w, r)
		case <-r.Context().Done():
		}
	})
}

// Parallel runs all steps at once and returns the first error when all have ended.
func Parallel(steps ...func() error) error {
	errs := make(chan error, len(steps))
	var wg sync.WaitGroup
	for _, step := range steps {
		wg.Add(1)
		go func(step func() error) {
			defer wg.Done()
			if err := step(); err != nil {
				errs <- err
			}
		}(step)
	}
	wg.Wait()
	close(errs)
	return <-errs
}
