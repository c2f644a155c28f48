package main

import (
	"net/http"

	"museum.example/rounds/internal/ops"
	"museum.example/rounds/registrar"
)

func main() {
	reg := registrar.New(ops.Upstream(false), 8)
	mux := http.NewServeMux()
	mux.HandleFunc("/loans", func(w http.ResponseWriter, r *http.Request) {
		if !reg.Enqueue(r.URL.Query().Get("object")) {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	mux.HandleFunc("/loans/settle", func(w http.ResponseWriter, r *http.Request) { reg.Settle() })
	ops.Start(mux)
	ops.Wait()
}
