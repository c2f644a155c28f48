package main

import (
	"fmt"
	"net/http"

	"plotter/internal/ops"
	"plotter/plot"
)

func main() {
	pen := plot.Start()
	mux := http.NewServeMux()
	mux.HandleFunc("/draw", func(w http.ResponseWriter, r *http.Request) {
		n, err := plot.Do(r.Context(), pen, func() int { return plot.Curve(40000) })
		fmt.Fprintln(w, n, err)
	})
	ops.Start(mux)
	ops.Wait()
}
