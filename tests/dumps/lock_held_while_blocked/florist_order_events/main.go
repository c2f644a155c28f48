// Command florist tells the parts of a florist's shop what happens, over a bus in the process.
package main

import (
	"log"
	"net/http"
	"os"

	"florist.marlow-green.example/shop/internal/ops"
	"florist.marlow-green.example/shop/internal/shop"
)

func main() {
	svc, err := shop.New("http://" + os.Getenv("UPSTREAM_SILENT"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/customer", svc.Customer)
	mux.HandleFunc("/order", svc.Order)
	ops.Start(mux)
	ops.Wait()
}
