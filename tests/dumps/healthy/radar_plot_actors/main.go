package main

import (
	"fmt"
	"net/http"

	"skyways.aero/radar/internal/ops"
	"skyways.aero/radar/track"
)

func main() {
	t := track.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/plot/", func(w http.ResponseWriter, r *http.Request) {
		n, err := t.Plot(r.Context(), r.URL.Path)
		if err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, n)
	})
	ops.Start(mux)
	ops.Wait()
}
