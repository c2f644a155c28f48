package main

import (
	"net/http"

	"bourse.lu/clearing/internal/ops"
	"bourse.lu/clearing/tables"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/row", func(w http.ResponseWriter, r *http.Request) {
		if tables.Row("fx", 3) == 0 {
			http.NotFound(w, r)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
