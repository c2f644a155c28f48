// Command prices says what a basket costs.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/prices/internal/ops"
	"github.com/northshop/prices/internal/prices"
)

func main() {
	mux := http.NewServeMux()
	list := prices.NewList(ops.Upstream(false))
	mux.HandleFunc("/basket", func(w http.ResponseWriter, r *http.Request) {
		total, err := list.Total(r.Context(), r.URL.Query()["sku"])
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, total)
	})
	ops.Start(mux)
	ops.Wait()
}
