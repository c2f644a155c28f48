// Command catalog searches the shop's products.
package main

import (
	"encoding/json"
	"net/http"

	"github.com/northshop/catalog/internal/ops"
	"github.com/northshop/catalog/internal/search"
)

type searchHandler struct{ products *search.Products }

func (h *searchHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	found, err := h.products.Find(r.Context(), r.URL.Query().Get("q"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	json.NewEncoder(w).Encode(found)
}

func main() {
	mux := http.NewServeMux()
	products, err := search.New(ops.Upstream(false))
	if err != nil {
		panic(err)
	}
	mux.Handle("/search", &searchHandler{products})
	ops.Start(mux)
	ops.Wait()
}
