// Command orders ships, refunds and closes.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/orders/internal/ops"
	"github.com/northshop/orders/internal/store"
)

func main() {
	orders, stock, invoices := store.New()
	mux := http.NewServeMux()
	handle := func(path string, do func()) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			do()
			fmt.Fprintln(w, "ok")
		})
	}
	handle("/ship", func() { orders.Ship(1) })
	handle("/refund", func() { stock.Refund("A1", 2) })
	handle("/close", func() { invoices.Close(3) })
	ops.Start(mux)
	ops.Wait()
}
