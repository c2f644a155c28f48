// Command labellimit prints shipping labels; the carrier allows four connections.
package main

import (
	"io"
	"net/http"

	"github.com/northshop/labellimit/internal/carrier"
	"github.com/northshop/labellimit/internal/ops"
)

func main() {
	labels := carrier.New(ops.Upstream(false))
	mux := http.NewServeMux()
	mux.HandleFunc("/label", func(w http.ResponseWriter, r *http.Request) {
		pdf, err := labels.Label(r.Context(), r.URL.Query().Get("parcel"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer pdf.Close()
		io.Copy(w, pdf)
	})
	ops.Start(mux)
	ops.Wait()
}
