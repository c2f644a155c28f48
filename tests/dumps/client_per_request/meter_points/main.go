// Command meters takes the readings of the cold store's meters.
package main

import (
	"net/http"
	"strconv"

	"github.com/northshop/meters/internal/meters"
	"github.com/northshop/meters/internal/ops"
)

func main() {
	mux := http.NewServeMux()
	store := meters.Open(ops.Upstream(false), "token")
	mux.HandleFunc("/reading", func(w http.ResponseWriter, r *http.Request) {
		watts, err := strconv.ParseFloat(r.URL.Query().Get("watts"), 64)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		store.Save(r.URL.Query().Get("meter"), watts)
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
