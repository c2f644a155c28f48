// Command shelf tells the shop's pages which articles can be sold.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"

	"github.com/northshop/shelf/internal/ops"
	"github.com/northshop/shelf/internal/stock"
)

func main() {
	articles, err := stock.New(context.Background(), startStock())
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/stock", func(w http.ResponseWriter, r *http.Request) {
		available, err := articles.Available(r.URL.Query().Get("sku"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, available)
	})
	ops.Start(mux)
	ops.Wait()
}
