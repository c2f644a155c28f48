// Command assets counts the files of a brand's folders.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/assets/internal/ops"
	"github.com/northshop/assets/internal/walk"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/count", func(w http.ResponseWriter, r *http.Request) {
		n, err := walk.Count("/"+r.URL.Query().Get("brand"), 3)
		fmt.Fprintln(w, n, err)
	})
	ops.Start(mux)
	ops.Wait()
}
