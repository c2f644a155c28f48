// Command recommend answers what goes with an article.
package main

import (
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/recommend/internal/ops"
	"github.com/northshop/recommend/internal/recommend"
)

func main() {
	s := &recommend.Service{Budget: 20 * time.Millisecond, Model: 60 * time.Millisecond}
	mux := http.NewServeMux()
	mux.HandleFunc("/with", func(w http.ResponseWriter, r *http.Request) {
		skus, err := s.For(r.Context(), r.URL.Query().Get("sku"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusGatewayTimeout)
			return
		}
		fmt.Fprintln(w, skus)
	})
	ops.Start(mux)
	ops.Wait()
}
