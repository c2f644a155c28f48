package main

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"

	"chor.se/scores/internal/ops"
	"golang.org/x/sync/errgroup"
)

type page struct {
	no    int
	bytes []byte
}

type engraver struct{ speed time.Duration }

func (e *engraver) engrave(ctx context.Context, no int) (page, error) {
	select {
	case <-time.After(e.speed):
		return page{no: no, bytes: make([]byte, 64)}, nil
	case <-ctx.Done():
		return page{}, ctx.Err()
	}
}

type score struct {
	mu    sync.Mutex
	pages map[int]page
}

func (e *engraver) score(ctx context.Context, pages int) (*score, error) {
	s := &score{pages: map[int]page{}}
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(3)
	for i := 0; i < pages; i++ {
		i := i
		g.Go(func() error {
			p, err := e.engrave(ctx, i)
			if err != nil {
				return err
			}
			s.mu.Lock()
			s.pages[i] = p
			s.mu.Unlock()
			return nil
		})
	}
	return s, g.Wait()
}

func (e *engraver) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.URL.Query().Get("pages"))
	s, err := e.score(r.Context(), n)
	if err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
	fmt.Fprintln(w, len(s.pages))
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/score", &engraver{120 * time.Millisecond})
	ops.Start(mux)
	ops.Wait()
}
