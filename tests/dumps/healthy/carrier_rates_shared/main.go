// Command rates asks the carriers what a parcel costs.
package main

import (
	"fmt"
	"log"
	"net/http"

	"github.com/northshop/rates/internal/carrier"
	"github.com/northshop/rates/internal/ops"
)

func main() {
	north := carrier.New(ops.Upstream(false))
	mux := http.NewServeMux()
	mux.HandleFunc("/rate", func(w http.ResponseWriter, r *http.Request) {
		price, err := north.Quote(r.Context(), r.URL.Query().Get("parcel"))
		if err != nil {
			log.Printf("rate: %v", err)
			http.Error(w, "no price", http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, price)
	})
	ops.Start(mux)
	ops.Wait()
}
