// Command quotehub answers what an order would cost; all quotes are made by one engine.
package main

import (
	"encoding/json"
	"net/http"

	"github.com/northshop/quotehub/internal/engine"
	"github.com/northshop/quotehub/internal/ops"
)

func main() {
	e := engine.Start()
	mux := http.NewServeMux()
	mux.HandleFunc("/quote", func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode(e.Quote(r.URL.Query().Get("basket")))
	})
	ops.Start(mux)
	ops.Wait()
}
