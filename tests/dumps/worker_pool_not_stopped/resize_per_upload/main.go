// Command gallery takes pictures of articles.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/gallery/internal/ops"
	"github.com/northshop/gallery/internal/resize"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/upload", func(w http.ResponseWriter, r *http.Request) {
		p := resize.NewPool(4) // BUG: a pool for each upload, and no Close
		p.All(r.URL.Query().Get("name"))
		fmt.Fprintln(w, "stored")
	})
	ops.Start(mux)
	ops.Wait()
}
