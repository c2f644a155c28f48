// Command stock reserves goods.
package main

import (
	"net/http"

	"github.com/northshop/stock/internal/ops"
	"github.com/northshop/stock/internal/reserve"
)

func main() {
	desk := reserve.New(ops.Upstream(false))
	mux := http.NewServeMux()
	mux.HandleFunc("/reserve", func(w http.ResponseWriter, r *http.Request) {
		if err := desk.Confirm(r.URL.Query().Get("sku")); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
	ops.Start(mux)
	ops.Wait()
}
