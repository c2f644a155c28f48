// Command baskets keeps what visitors want to buy.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/northshop/baskets/internal/basket"
	"github.com/northshop/baskets/internal/ops"
)

func main() {
	baskets := basket.Open(os.Getenv("UPSTREAM_REDIS"))
	mux := http.NewServeMux()
	mux.HandleFunc("/put", func(w http.ResponseWriter, r *http.Request) {
		if err := baskets.Put(r.URL.Query().Get("visitor"), "article", 1990); err != nil {
			log.Printf("put: %v", err)
			http.Error(w, "try again", http.StatusServiceUnavailable)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
