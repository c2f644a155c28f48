// Command checkout answers what a basket costs; it asks the pricing service for each article.
package main

import (
	"context"
	"fmt"
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

func main() {
	target := startPricing()
	mux := http.NewServeMux()
	mux.Handle("/quote", &quoteHandler{pricing.New(target)})
	ops.Start(mux)
	ops.Wait()
}
