// Command checkout answers what a basket costs and shows prices live: each open page has a stream
// of its own over the one connection to the pricing service.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"time"

	"github.com/northshop/checkout/internal/ops"
	"github.com/northshop/checkout/internal/pricing"
)

type quoteHandler struct{ prices *pricing.Client }

func (h *quoteHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 4*time.Second)
	defer cancel()
	cents, err := h.prices.Quote(ctx, r.URL.Query().Get("sku"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	fmt.Fprintf(w, "{\"cents\":%d}\n", cents)
}

type liveHandler struct{ prices *pricing.Client }

func (h *liveHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	flush := http.NewResponseController(w)
	err := h.prices.Watch(r.Context(), r.URL.Query().Get("sku"), func(cents int64) {
		fmt.Fprintf(w, "data: %d\n\n", cents)
		flush.Flush()
	})
	if err != nil && r.Context().Err() == nil {
		log.Printf("live: %v", err)
	}
}

func main() {
	prices, err := pricing.New(startPricing())
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/quote", &quoteHandler{prices})
	mux.Handle("/live", &liveHandler{prices})
	ops.Start(mux)
	ops.Wait()
}
