// Command orders answers how long an order takes; it asks the inventory for each article.
package main

import (
	"encoding/json"
	"net/http"

	"github.com/northshop/orders/internal/inventory"
	"github.com/northshop/orders/internal/ops"
)

type orderHandler struct{ stock *inventory.Client }

func (h *orderHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	level, err := h.stock.Stock(r.URL.Query().Get("sku"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	json.NewEncoder(w).Encode(level)
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/order", &orderHandler{inventory.New(ops.Upstream(false))})
	ops.Start(mux)
	ops.Wait()
}
