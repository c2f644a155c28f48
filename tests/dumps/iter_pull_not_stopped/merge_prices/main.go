// Command prices shows the cheapest offers of two suppliers.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/prices/internal/offers"
	"github.com/northshop/prices/internal/ops"
)

func main() {
	north, south := offers.Supplier("north", 500), offers.Supplier("south", 500)
	mux := http.NewServeMux()
	mux.HandleFunc("/cheapest", func(w http.ResponseWriter, r *http.Request) {
		for _, o := range offers.Cheapest(north.All(), south.All(), 5) {
			fmt.Fprintln(w, o.Supplier, o.Cents)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
