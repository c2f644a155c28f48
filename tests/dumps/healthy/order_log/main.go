// Command orders writes what is ordered into a log of its own.
package main

import (
	"net/http"

	"github.com/northshop/orders/internal/log"
	"github.com/northshop/orders/internal/ops"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/order", func(w http.ResponseWriter, r *http.Request) {
		log.Info("ordered " + r.URL.Query().Get("sku"))
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
