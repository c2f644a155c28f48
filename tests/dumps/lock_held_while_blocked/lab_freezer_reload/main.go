// Command freezers is the laboratory's monitor.
package main

import (
	"fmt"
	"net/http"
	"sync/atomic"

	"example.org/lab/freezers/freezer"
	"example.org/lab/freezers/internal/ops"
)

func main() {
	var booked int64
	fleet := freezer.NewFleet(func(string, float64) { atomic.AddInt64(&booked, 1) })
	pulled := make(chan struct{})
	for i := 0; i < 6; i++ {
		unplugged := make(chan struct{})
		if i == 3 {
			unplugged = pulled
		}
		fleet.Add(fmt.Sprintf("F%d", i), freezer.Probe(unplugged))
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/pull", func(w http.ResponseWriter, r *http.Request) { close(pulled) })
	mux.HandleFunc("/remove", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, fleet.Remove(r.URL.Query().Get("name")))
	})
	mux.HandleFunc("/names", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, fleet.Names(), atomic.LoadInt64(&booked))
	})
	ops.Start(mux)
	ops.Wait()
}
