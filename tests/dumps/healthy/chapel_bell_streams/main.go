package main

import (
	"fmt"
	"net/http"

	"glocken.de/bells/bell"
	"glocken.de/bells/internal/ops"
)

func main() {
	ringer := bell.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/follow", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		w.(http.Flusher).Flush()
		ringer.Follow(r.Context(), func(s bell.Stroke) error {
			_, err := fmt.Fprintf(w, "data: %s %d\n\n", s.Tower, s.N)
			w.(http.Flusher).Flush()
			return err
		})
	})
	mux.HandleFunc("/ring", func(w http.ResponseWriter, r *http.Request) { ringer.Ring(bell.Stroke{Tower: "dom", N: 1}) })
	ops.Start(mux)
	ops.Wait()
}
