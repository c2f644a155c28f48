// Command giftcards takes gift cards as payment.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/giftcards/internal/cards"
	"github.com/northshop/giftcards/internal/ops"
)

func main() {
	c := cards.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/pay", func(w http.ResponseWriter, r *http.Request) {
		if err := c.Pay(r.URL.Query().Get("card"), 100); err != nil {
			http.Error(w, err.Error(), http.StatusPaymentRequired)
			return
		}
		fmt.Fprintln(w, "paid")
	})
	mux.HandleFunc("/left", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, c.Left(r.URL.Query().Get("card")))
	})
	ops.Start(mux)
	ops.Wait()
}
