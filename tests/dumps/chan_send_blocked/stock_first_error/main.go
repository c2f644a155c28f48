// Command stock answers how much of an article there is in all warehouses.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/stock/internal/ops"
	"github.com/northshop/stock/internal/warehouse"
)

func main() {
	houses := []string{"berlin", "lyon", "malmo", "porto", "returns"}
	mux := http.NewServeMux()
	mux.HandleFunc("/stock", func(w http.ResponseWriter, r *http.Request) {
		n, err := warehouse.Sum(r.URL.Query().Get("sku"), houses)
		if err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, n)
	})
	ops.Start(mux)
	ops.Wait()
}
