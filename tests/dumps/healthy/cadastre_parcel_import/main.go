// Command imports is started by a clerk, one municipality at a time.
package main

import (
	"fmt"
	"net/http"

	"example.org/cadastre/imports/imports"
	"example.org/cadastre/imports/internal/ops"
)

func main() {
	im := imports.New(ops.Upstream(false))
	mux := http.NewServeMux()
	mux.HandleFunc("/import", func(w http.ResponseWriter, r *http.Request) {
		n, err := im.Run(r.Context(), r.URL.Query().Get("of"), 4000, ops.Count(8))
		fmt.Fprintln(w, n, err)
	})
	ops.Start(mux)
	ops.Wait()
}
