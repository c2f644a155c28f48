// Command slowheaders takes orders from the tills in the shops.
package main

import (
	"net/http"

	"github.com/northshop/slowheaders/internal/ops"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusAccepted) })
	// BUG: without ReadHeaderTimeout whoever sends half a request keeps a connection for ever.
	ops.Start(mux)
	ops.Wait()
}
