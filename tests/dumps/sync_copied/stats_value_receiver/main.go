// Command stats counts what customers look at.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/stats/internal/ops"
	"github.com/northshop/stats/internal/views"
)

func main() {
	c := views.NewCounter()
	go c.FlushEvery()
	mux := http.NewServeMux()
	mux.HandleFunc("/seen", func(w http.ResponseWriter, r *http.Request) {
		c.Seen(r.URL.Query().Get("sku"))
		fmt.Fprintln(w, c.Total())
	})
	mux.HandleFunc("/total", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, c.Total()) })
	ops.Start(mux)
	ops.Wait()
}
