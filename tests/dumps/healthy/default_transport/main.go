// Command geo finds the nearest pick-up point; it uses the default client.
package main

import (
	"io"
	"net/http"

	"github.com/northshop/geo/internal/ops"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/nearest", func(w http.ResponseWriter, r *http.Request) {
		resp, err := http.Get(ops.Upstream(false) + "/slow?ms=40&zip=" + r.URL.Query().Get("zip"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer resp.Body.Close()
		io.Copy(w, resp.Body)
	})
	ops.Start(mux)
	ops.Wait()
}
