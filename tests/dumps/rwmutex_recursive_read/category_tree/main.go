// Command categories shows where an article belongs.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/categories/internal/ops"
	"github.com/northshop/categories/internal/tree"
)

func main() {
	t := tree.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/path", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, t.Path("phones")) })
	mux.HandleFunc("/move", func(w http.ResponseWriter, r *http.Request) { t.Move("phones", "all") })
	ops.Start(mux)
	ops.Wait()
}
