// Command harbour keeps the tide windows of the vessels in port.
package main

import (
	"fmt"
	"net/http"

	"harbour.saltmere.example/tides/internal/harbour"
	"harbour.saltmere.example/tides/internal/ops"
)

func main() {
	h := harbour.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/call", func(w http.ResponseWriter, r *http.Request) {
		h.Call(r.FormValue("imo"))
		fmt.Fprintln(w, "departed")
	})
	ops.Start(mux)
	ops.Wait()
}
