package main

import (
	"fmt"
	"log"
	"net"
	"net/http"

	"faehre.example/fares/internal/ops"
	"faehre.example/fares/mux"
)

func main() {
	mainland, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go mux.Serve(mainland)
	tariff := &mux.Tariff{Address: mainland.Addr().String()}
	m := http.NewServeMux()
	m.HandleFunc("/fare", func(w http.ResponseWriter, r *http.Request) {
		fare, err := tariff.Fare(r.FormValue("from"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, fare)
	})
	ops.Start(m)
	ops.Wait()
}
