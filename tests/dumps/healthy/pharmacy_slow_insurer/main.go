package main

import (
	"encoding/json"
	"net/http"
	"path"

	"apotheke.example/insurer/insurer"
	"apotheke.example/insurer/internal/ops"
)

func main() {
	c := insurer.NewClient(ops.Upstream(false))
	mux := http.NewServeMux()
	mux.HandleFunc("/prescription/", func(w http.ResponseWriter, r *http.Request) {
		a, err := c.Covered(r.Context(), path.Base(r.URL.Path))
		if err != nil {
			http.Error(w, err.Error(), http.StatusGatewayTimeout)
			return
		}
		json.NewEncoder(w).Encode(a)
	})
	ops.Start(mux)
	ops.Wait()
}
