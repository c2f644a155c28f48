// Command buffered is the ward's board.
package main

import (
	"fmt"
	"net/http"
	"time"

	"example.org/dialysis/buffered/internal/ops"
	"example.org/dialysis/buffered/probe"
)

func main() {
	p := probe.New(ops.Upstream(false), 300*time.Millisecond)
	mux := http.NewServeMux()
	mux.HandleFunc("/device", func(w http.ResponseWriter, r *http.Request) {
		got, err := p.Probe(r.Context(), r.URL.Query().Get("id"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusGatewayTimeout)
			return
		}
		fmt.Fprintln(w, got.Device, got.Status)
	})
	ops.Start(mux)
	ops.Wait()
}
