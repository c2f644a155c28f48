// Command loyaltyprotocol books loyalty points at the old points server, which speaks a line protocol.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/loyaltyprotocol/internal/ops"
	"github.com/northshop/loyaltyprotocol/internal/points"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/points", func(w http.ResponseWriter, r *http.Request) {
		left, err := points.Book(r.URL.Query().Get("card"), 10)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, left)
	})
	ops.Start(mux)
	ops.Wait()
}
