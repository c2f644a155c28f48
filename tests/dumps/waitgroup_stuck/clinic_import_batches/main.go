package main

import (
	"expvar"
	"fmt"
	"net/http"
	"strings"

	"github.com/mediport/intake/internal/ops"
	"github.com/mediport/intake/internal/rows"
)

var errorsSeen = expvar.NewInt("errors")

func main() {
	im := newImporter(&memory{m: map[string]rows.Row{}}, 4)
	mux := http.NewServeMux()
	mux.HandleFunc("/import", func(w http.ResponseWriter, r *http.Request) {
		text := "nord;v1;J06\nnord;v2;M54\nnord;v3;E11"
		if r.FormValue("blank") != "" {
			text += "\n;;\nnord;v5;I10"
		}
		fmt.Fprintln(w, im.Import(r.Context(), rows.Read(strings.NewReader(text))))
	})
	ops.Start(mux)
	ops.Wait()
}
