// Command monitor is the ward's board.
package main

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"example.org/dialysis/monitor/internal/ops"
	"example.org/dialysis/monitor/probe"
)

func main() {
	p := probe.New(ops.Upstream(false), 100*time.Millisecond)
	mux := http.NewServeMux()
	mux.HandleFunc("/device", func(w http.ResponseWriter, r *http.Request) {
		got, err := p.Probe(r.Context(), r.URL.Query().Get("id"))
		switch {
		case errors.Is(err, probe.ErrLate):
			fmt.Fprintln(w, "grey")
		case err != nil:
			http.Error(w, err.Error(), http.StatusBadGateway)
		default:
			fmt.Fprintln(w, got.Device, got.Status, got.Flow)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
