// Command timber answers how much timber a stand has.
package main

import (
	"fmt"
	"net/http"

	"github.com/greenfell/timber/internal/forest"
	"github.com/greenfell/timber/internal/ops"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/estimate", func(w http.ResponseWriter, r *http.Request) {
		sum, err := forest.Estimate(r.URL.Query().Get("stand"), 40, 20)
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
			return
		}
		fmt.Fprintf(w, "%.1f\n", sum)
	})
	ops.Start(mux)
	ops.Wait()
}
