// Command shipments tells the warehouse what is shipped.
package main

import (
	"log"
	"net/http"

	"github.com/northshop/shipments/internal/ops"
	"github.com/northshop/shipments/internal/warehouse"
)

func main() {
	queue, err := warehouse.Open(startPeer())
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/shipped", func(w http.ResponseWriter, r *http.Request) {
		if err := queue.Shipped(r.URL.Query().Get("order")); err != nil {
			log.Printf("shipped: %v", err)
			http.Error(w, "not told", http.StatusServiceUnavailable)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
