// Command search answers what customers look for; each customer group has a scope.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/search/internal/ops"
	"github.com/northshop/search/internal/scope"
)

func main() {
	shop := scope.New("b2b")
	mux := http.NewServeMux()
	mux.HandleFunc("/find", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, shop.Find(r.URL.Query().Get("q")))
	})
	ops.Start(mux)
	ops.Wait()
}
