// Command orders runs a workflow for each order: it waits for the payment, and reminds.
package main

import (
	"log"
	"net/http"

	"github.com/northshop/orders/internal/ops"
	"github.com/northshop/orders/internal/orders"
)

func main() {
	worker, err := orders.Start(startPeer())
	if err != nil {
		log.Fatal(err)
	}
	defer worker.Stop()
	ops.Start(http.NewServeMux())
	ops.Wait()
}
