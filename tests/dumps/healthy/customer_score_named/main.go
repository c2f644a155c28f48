// Command risk rates customers.
package main

import (
	"net/http"

	"github.com/northshop/risk/internal/ops"
	"github.com/northshop/risk/internal/score"
)

func main() {
	rater := score.New(ops.Upstream(false))
	mux := http.NewServeMux()
	mux.HandleFunc("/score", func(w http.ResponseWriter, r *http.Request) {
		if err := rater.Rate(r.URL.Query().Get("customer")); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
	ops.Start(mux)
	ops.Wait()
}
