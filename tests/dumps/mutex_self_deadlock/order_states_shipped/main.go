// Command orders keeps the state of each order.
package main

import (
	"log"
	"net/http"

	"orders.pennyfarthing.example/states/internal/ops"
	"orders.pennyfarthing.example/states/internal/orders"
)

func main() {
	svc, err := orders.New()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	svc.Routes(mux)
	ops.Start(mux)
	ops.Wait()
}
