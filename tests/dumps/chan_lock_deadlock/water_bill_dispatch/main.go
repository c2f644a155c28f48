// Command bills sends the bills of a water company to the printer's queue.
package main

import (
	"log"
	"net/http"

	"bills.aldwater.example/dispatch/internal/bills"
	"bills.aldwater.example/dispatch/internal/ops"
)

func main() {
	svc, err := bills.New(startPeer())
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/bill", svc.Bill)
	ops.Start(mux)
	ops.Wait()
}
