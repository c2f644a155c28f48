// Command imports passes the suppliers' stock lists on to the stock service.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/northshop/imports/internal/ops"
	"github.com/northshop/imports/internal/stock"
)

func main() {
	service, err := stock.Dial(startStock())
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/import", func(w http.ResponseWriter, r *http.Request) {
		supplier := r.URL.Query().Get("supplier")
		if err := service.Import(context.WithoutCancel(r.Context()), supplier); err != nil {
			log.Printf("import of %s: %v", supplier, err)
			http.Error(w, "import failed", http.StatusBadGateway)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
