package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"skywatch.ie/relay/internal/ops"
	"skywatch.ie/relay/sweep"
)

func main() {
	c := sweep.NewClient(ops.Upstream(false), 20*time.Second)
	mux := http.NewServeMux()
	mux.HandleFunc("/sweep", func(w http.ResponseWriter, r *http.Request) {
		s, err := c.Latest(r.Context(), r.URL.Query().Get("site"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		json.NewEncoder(w).Encode(s)
	})
	mux.HandleFunc("/alive", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, c.Alive(r.URL.Query().Get("site")))
	})
	ops.Start(mux)
	ops.Wait()
}
