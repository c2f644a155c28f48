// Command baskets keeps the baskets of visitors.
package main

import (
	"context"
	"fmt"
	"net/http"

	"github.com/northshop/baskets/internal/basket"
	"github.com/northshop/baskets/internal/ops"
)

func main() {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	s := basket.NewStore(ctx)
	mux := http.NewServeMux()
	mux.HandleFunc("/basket", func(w http.ResponseWriter, r *http.Request) {
		s.Open(r.URL.Query().Get("visitor"))
		fmt.Fprintln(w, "open")
	})
	ops.Start(mux)
	ops.Wait()
}
