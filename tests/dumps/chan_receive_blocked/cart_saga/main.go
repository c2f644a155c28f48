package main

import (
	"net/http"

	"github.com/bigmart/checkout/internal/ops"
	"github.com/bigmart/checkout/saga"
)

func main() {
	orc := saga.NewOrchestrator()
	mux := http.NewServeMux()
	mux.HandleFunc("/checkout", func(w http.ResponseWriter, r *http.Request) {
		orc.Begin(r.URL.Query().Get("cart"))
		w.WriteHeader(202)
	})
	mux.HandleFunc("/paid", func(w http.ResponseWriter, r *http.Request) { orc.Paid(r.URL.Query().Get("cart")) })
	ops.Start(mux)
	ops.Wait()
}
