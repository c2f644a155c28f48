// Command bankrates tells the price of an order in the customer's currency.
package main

import (
	"encoding/json"
	"net/http"

	"github.com/northshop/bankrates/internal/bank"
	"github.com/northshop/bankrates/internal/ops"
)

func main() {
	rates := bank.New(ops.Upstream(false))
	mux := http.NewServeMux()
	mux.HandleFunc("/convert", func(w http.ResponseWriter, r *http.Request) {
		rate, err := rates.Rate(r.URL.Query().Get("to"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		json.NewEncoder(w).Encode(rate)
	})
	ops.Start(mux)
	ops.Wait()
}
