// Command chargeintx books payments.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/northshop/chargeintx/internal/ops"
	"github.com/northshop/chargeintx/internal/payments"
)

func main() {
	p, err := payments.Open(os.Getenv("UPSTREAM_PG"), ops.Upstream(false))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/charge", func(w http.ResponseWriter, r *http.Request) {
		if err := p.Charge(r.Context(), r.URL.Query().Get("order")); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	mux.HandleFunc("/balance", func(w http.ResponseWriter, r *http.Request) {
		if err := p.Balance(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
