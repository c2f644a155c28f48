package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	"github.com/parcelhub/rates/internal/carrier"
	"github.com/parcelhub/rates/internal/hedge"
)

type api struct{ carriers []*carrier.Client }

func (a *api) cheapest(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	srcs := make([]hedge.Source[carrier.Quote], 0, len(a.carriers))
	for _, c := range a.carriers {
		c := c
		srcs = append(srcs, func(ctx context.Context) (carrier.Quote, error) { return c.Quote(ctx, 12) })
	}
	q, err := hedge.First(ctx, srcs...)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	_ = json.NewEncoder(w).Encode(q)
}

func main() {
	a := &api{carriers: []*carrier.Client{{"dhl", 10 * time.Millisecond}, {"ups", 30 * time.Millisecond}, {"gls", 50 * time.Millisecond}}}
	http.HandleFunc("/v1/quote", a.cheapest)
	http.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(204) })
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
