package main

import (
	"fmt"
	"net/http"

	"github.com/oakline/storefront/catalog"
	"github.com/oakline/storefront/internal/ops"
	"github.com/oakline/storefront/prices"
)

func main() {
	c := catalog.New()
	b := prices.New(c)
	c.Use(b)
	mux := http.NewServeMux()
	mux.HandleFunc("/rename", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, c.Rename("a", r.FormValue("to"))) })
	mux.HandleFunc("/change", func(w http.ResponseWriter, r *http.Request) { b.Change("a", len(r.URL.RawQuery)) })
	mux.HandleFunc("/show", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, c.Name("a"), b.PriceOf("a")) })
	ops.Start(mux)
	ops.Wait()
}
