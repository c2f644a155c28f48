// Command wallet keeps the customers' vouchers.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/wallet/internal/ops"
	"github.com/northshop/wallet/internal/wallet"
)

func main() {
	book := wallet.NewBook("ada", "ben", "cem")
	mux := http.NewServeMux()
	mux.HandleFunc("/transfer", func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		fmt.Fprintln(w, book.Account(q.Get("from")).Transfer(book.Account(q.Get("to")), 100))
	})
	mux.HandleFunc("/balance", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, book.Account(r.URL.Query().Get("of")).Balance())
	})
	ops.Start(mux)
	ops.Wait()
}
