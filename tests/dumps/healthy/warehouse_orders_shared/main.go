// Command export hands orders to the warehouse.
package main

import (
	"log"
	"net/http"

	"github.com/northshop/export/internal/ops"
	"github.com/northshop/export/internal/warehouse"
)

func main() {
	orders, err := warehouse.Open(startBroker())
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/order", func(w http.ResponseWriter, r *http.Request) {
		if err := orders.Hand(r.URL.Query().Get("id")); err != nil {
			log.Printf("hand over: %v", err)
			http.Error(w, "not handed over", http.StatusServiceUnavailable)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
