// Command orders tells the warehouse about orders, by a queue of SQS.
package main

import (
	"log"
	"net/http"

	"github.com/northshop/orders/internal/events"
	"github.com/northshop/orders/internal/ops"
)

func main() {
	queue := events.Open(startQueue(), "https://sqs.eu-central-1.amazonaws.com/1007/orders")
	mux := http.NewServeMux()
	mux.HandleFunc("/order", func(w http.ResponseWriter, r *http.Request) {
		if err := queue.Send(r.Context(), r.URL.Query().Get("sku")); err != nil {
			log.Printf("order: %v", err)
			http.Error(w, "try again later", http.StatusBadGateway)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
