// Command labels orders shipping labels from partners; each partner wants its calls signed.
package main

import (
	"net/http"
	"strings"

	"speditor.example/labels/internal/ops"
	"speditor.example/labels/partner"
)

func main() {
	book := partner.NewBook(ops.Upstream(false))
	mux := http.NewServeMux()
	mux.HandleFunc("/label/", func(w http.ResponseWriter, r *http.Request) {
		parcel := strings.TrimPrefix(r.URL.Path, "/label/")
		label, err := book.Label(r.Context(), "dpx", parcel)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		w.Write(label)
	})
	ops.Start(mux)
	ops.Wait()
}
