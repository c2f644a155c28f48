// Package web has the pages.
package web

import (
	"fmt"
	"net/http"

	"example.com/harbour/ferries/internal/position"
)

func Mount(mux *http.ServeMux, board *position.Board) {
	mux.HandleFunc("/where", func(w http.ResponseWriter, r *http.Request) {
		p, err := board.Now(r.Context(), r.FormValue("ferry"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		w.Write(p)
	})
	mux.HandleFunc("/subscriptions", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, board.Subscriptions()) })
}
