// Command stockreport tells the warehouse how many orders are open.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/stockreport/internal/ops"
	"github.com/northshop/stockreport/internal/store"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/open-orders", func(w http.ResponseWriter, r *http.Request) {
		refs, err := store.OpenOrders(r.Context(), r.URL.Query().Get("warehouse"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, len(refs))
	})
	ops.Start(mux)
	ops.Wait()
}
