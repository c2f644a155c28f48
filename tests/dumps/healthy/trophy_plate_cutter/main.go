// Command plates has names cut into trophies.
package main

import (
	"fmt"
	"net/http"
	"time"

	"trophies.cutlers.example/plates/cutter"
	"trophies.cutlers.example/plates/internal/ops"
)

func main() {
	c := &cutter.Cutter{Tool: "/bin/sh", Limit: 2 * time.Second}
	mux := http.NewServeMux()
	mux.HandleFunc("/cut", func(w http.ResponseWriter, r *http.Request) {
		if err := c.Cut(r.Context(), r.FormValue("name")); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	mux.HandleFunc("/sent", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, c.Sent()) })
	ops.Start(mux)
	ops.Wait()
}
