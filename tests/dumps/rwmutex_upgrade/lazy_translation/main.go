// Command texts translates the words of the shop.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/texts/internal/ops"
	"github.com/northshop/texts/internal/texts"
)

func main() {
	t := texts.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/text", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, t.Get(r.URL.Query().Get("word")))
	})
	ops.Start(mux)
	ops.Wait()
}
