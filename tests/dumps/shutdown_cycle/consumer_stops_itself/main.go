// Command imports reads supplier files; a consumer per supplier.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/imports/internal/consumer"
	"github.com/northshop/imports/internal/ops"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/supplier", func(w http.ResponseWriter, r *http.Request) {
		c := consumer.New(r.URL.Query().Get("name"))
		c.Start()
		c.Feed("article;price")
		c.Feed("") // a broken file
		fmt.Fprintln(w, "started")
	})
	ops.Start(mux)
	ops.Wait()
}
