// Command prices answers what an article costs.
package main

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/northshop/prices/internal/cache"
	"github.com/northshop/prices/internal/ops"
)

func main() {
	c := cache.New(func(sku string) int {
		if strings.HasPrefix(sku, "gone") {
			return 0
		}
		return 100 * len(sku)
	})
	mux := http.NewServeMux()
	mux.HandleFunc("/price", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, c.Price(r.URL.Query().Get("sku")))
	})
	ops.Start(mux)
	ops.Wait()
}
