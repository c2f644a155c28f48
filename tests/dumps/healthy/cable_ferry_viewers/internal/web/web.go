// Package web has the pages.
package web

import (
	"fmt"
	"net/http"

	"example.com/harbour/ferries/internal/position"
)

func Mount(mux *http.ServeMux, board *position.Board) {
	mux.HandleFunc("/live", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		rc := http.NewResponseController(w)
		rc.Flush()
		board.Follow(r.Context(), r.FormValue("ferry"), func(p []byte) {
			fmt.Fprintf(w, "data: %s\n\n", p)
			rc.Flush()
		})
	})
	mux.HandleFunc("/viewers", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, board.Viewers()) })
}
