// Command yard sets the switches of a railway yard and notes each setting as an event.
package main

import (
	"fmt"
	"net/http"

	"rail.ostercombe.example/yard/internal/ops"
	"rail.ostercombe.example/yard/internal/yard"
)

func main() {
	y := yard.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/switch", func(w http.ResponseWriter, r *http.Request) {
		y.Set(r.FormValue("name"))
		fmt.Fprintln(w, "set")
	})
	ops.Start(mux)
	ops.Wait()
}
