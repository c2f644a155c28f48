package main

import (
	"fmt"
	"net/http"

	"grid.example/uploads/internal/ops"
	"grid.example/uploads/readings"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/readings", func(w http.ResponseWriter, r *http.Request) {
		body := http.MaxBytesReader(w, r.Body, 1<<20)
		n, err := readings.Import(body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		fmt.Fprintln(w, n)
	})
	ops.Start(mux)
	ops.Wait()
}
