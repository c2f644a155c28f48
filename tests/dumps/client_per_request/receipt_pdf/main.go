// Command receipts prints receipts.
package main

import (
	"log"
	"net/http"

	"github.com/northshop/receipts/internal/ops"
	"github.com/northshop/receipts/internal/printer"
)

func main() {
	press, err := printer.New(startBrowser())
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/receipt", func(w http.ResponseWriter, r *http.Request) {
		pdf, err := press.Print()
		if err != nil {
			log.Printf("receipt: %v", err)
			http.Error(w, "the receipt cannot be printed", http.StatusBadGateway)
			return
		}
		w.Write(pdf)
	})
	ops.Start(mux)
	ops.Wait()
}
