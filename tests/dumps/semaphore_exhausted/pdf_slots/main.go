// Command pdf renders invoices, four at a time.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/pdf/internal/ops"
	"github.com/northshop/pdf/internal/render"
)

func main() {
	r := render.New(4)
	mux := http.NewServeMux()
	mux.HandleFunc("/invoice", func(w http.ResponseWriter, req *http.Request) {
		pages, err := r.Invoice(req.URL.Query().Get("id"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
			return
		}
		fmt.Fprintln(w, pages)
	})
	ops.Start(mux)
	ops.Wait()
}
