package main

import (
	"net/http"
	"path"

	"xray.example/plates/internal/ops"
	"xray.example/plates/pacs"
)

func main() {
	archive := pacs.New(ops.Upstream(true) + "/noread?patient=")
	mux := http.NewServeMux()
	mux.HandleFunc("/plate/", func(w http.ResponseWriter, r *http.Request) {
		if err := archive.Store(pacs.Plate{Patient: path.Base(r.URL.Path), Pixels: make([]byte, 3<<20)}); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
