// Package search gathers offers.
package search

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"sync"
	"time"

	"reise.example/stays/suppliers"
)

type Engine struct {
	patience  time.Duration
	suppliers []*suppliers.Supplier
}

func New(patience time.Duration, all ...*suppliers.Supplier) *Engine {
	return &Engine{patience, all}
}

func (e *Engine) gather(ctx context.Context, town string) []suppliers.Offer {
	ctx, cancel := context.WithTimeout(ctx, e.patience)
	defer cancel()
	var wg sync.WaitGroup
	offers := make([]suppliers.Offer, len(e.suppliers))
	for i, s := range e.suppliers {
		i, s := i, s
		wg.Add(1)
		go func() {
			defer wg.Done()
			offer, err := s.Offer(ctx, town)
			if err == nil {
				offers[i] = offer
			}
		}()
	}
	wg.Wait()
	return offers
}

func (e *Engine) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(e.gather(r.Context(), strings.TrimPrefix(r.URL.Path, "/stays/")))
}
