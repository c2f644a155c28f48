package main

import (
	"context"
	"net/http"
	"time"

	"golang.org/x/time/rate"

	"enrich/internal/ops"
)

type partner struct {
	lim *rate.Limiter
}

func (p *partner) lookup(ctx context.Context, vat string) (string, error) {
	if err := p.lim.Wait(ctx); err != nil {
		return "", err
	}
	return "company " + vat, nil
}

func main() {
	p := &partner{lim: rate.NewLimiter(rate.Every(200*time.Millisecond), 5)}
	mux := http.NewServeMux()
	mux.HandleFunc("/company", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 30*time.Second)
		defer cancel()
		name, err := p.lookup(ctx, r.URL.Query().Get("vat"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusTooManyRequests)
			return
		}
		w.Write([]byte(name))
	})
	ops.Start(mux)
	ops.Wait()
}
