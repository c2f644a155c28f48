package main

import (
	"net/http"
	"photos/internal/ops"
	"photos/variants"
)

func main() {
	up := variants.NewUploader(ops.Upstream(true), ops.Count(24))
	mux := http.NewServeMux()
	mux.HandleFunc("POST /photos/{id}", func(w http.ResponseWriter, r *http.Request) {
		if err := up.All(r.Context(), r.PathValue("id"), make([]byte, 96<<10)); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
