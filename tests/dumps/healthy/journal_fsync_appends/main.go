// Command orders takes the orders of the branches and keeps them in a journal.
package main

import (
	"log"
	"net/http"
	"os"

	"backstube.example/orders/internal/ops"
	"backstube.example/orders/journal"
	"backstube.example/orders/orders"
)

func main() {
	dir, err := os.MkdirTemp("", "journal")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	j, err := journal.Open(dir + "/orders.log")
	if err != nil {
		log.Fatal(err)
	}
	book := orders.NewBook(j)
	mux := http.NewServeMux()
	mux.Handle("/orders", book)
	ops.Start(mux)
	ops.Wait()
	j.Close()
}
