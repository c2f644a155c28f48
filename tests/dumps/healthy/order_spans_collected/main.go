// Command orders answers with the orders of a customer and traces each request.
package main

import (
	"log"
	"net/http"

	"orders.lindqvist.example/api/internal/ops"
	"orders.lindqvist.example/api/internal/telem"
)

func main() {
	svc, err := telem.New()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	svc.Routes(mux)
	ops.Start(mux)
	ops.Wait()
}
