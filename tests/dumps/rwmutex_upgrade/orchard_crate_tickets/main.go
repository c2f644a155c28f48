// Command crates has the tickets of the apple crates that an orchard's pickers bring in.
package main

import (
	"fmt"
	"net/http"

	"orchard.pellbrook.example/crates/internal/crates"
	"orchard.pellbrook.example/crates/internal/ops"
)

func main() {
	b := crates.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/bring", func(w http.ResponseWriter, r *http.Request) {
		b.Bring(r.FormValue("picker"))
		fmt.Fprintln(w, "counted")
	})
	mux.HandleFunc("/pay", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, b.Settle(r.FormValue("picker"))) })
	mux.HandleFunc("/look", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, b.Look(r.FormValue("picker"))) })
	ops.Start(mux)
	ops.Wait()
}
