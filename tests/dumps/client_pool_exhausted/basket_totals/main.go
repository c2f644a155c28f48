// Command baskets tells what a visitor's basket costs.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/northshop/baskets/internal/basket"
	"github.com/northshop/baskets/internal/ops"
)

func main() {
	baskets := basket.Open(os.Getenv("UPSTREAM_REDIS"))
	mux := http.NewServeMux()
	mux.HandleFunc("/total", func(w http.ResponseWriter, r *http.Request) {
		total, err := baskets.Total(r.URL.Query().Get("visitor"))
		if err != nil {
			log.Printf("total: %v", err)
			http.Error(w, "no basket", http.StatusNotFound)
			return
		}
		fmt.Fprintf(w, "%d.%02d\n", total/100, total%100)
	})
	ops.Start(mux)
	ops.Wait()
}
