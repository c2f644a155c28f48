// Command billing hands invoices to the bank.
package main

import (
	"log"
	"net/http"

	"github.com/northshop/billing/internal/bank"
	"github.com/northshop/billing/internal/ops"
)

func main() {
	box := bank.New(startMachine())
	mux := http.NewServeMux()
	mux.HandleFunc("/invoice", func(w http.ResponseWriter, r *http.Request) {
		if err := box.Put(r.URL.Query().Get("order"), []byte("one invoice")); err != nil {
			log.Printf("invoice: %v", err)
			http.Error(w, "the bank does not answer", http.StatusBadGateway)
			return
		}
		w.WriteHeader(http.StatusCreated)
	})
	ops.Start(mux)
	ops.Wait()
}
