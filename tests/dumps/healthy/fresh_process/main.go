// Command shop has just started.
package main

import (
	"net/http"

	"github.com/northshop/shop/internal/ops"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("/", http.NotFoundHandler())
	ops.Start(mux)
	ops.Wait()
}
