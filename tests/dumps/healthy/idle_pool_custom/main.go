// Command checkout takes payments.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/checkout/internal/ops"
	"github.com/northshop/checkout/internal/payment"
)

func main() {
	c := payment.New(ops.Upstream(false))
	mux := http.NewServeMux()
	mux.HandleFunc("/pay", func(w http.ResponseWriter, r *http.Request) {
		if err := c.Authorize(r.URL.Query().Get("order")); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, "paid")
	})
	ops.Start(mux)
	ops.Wait()
}
