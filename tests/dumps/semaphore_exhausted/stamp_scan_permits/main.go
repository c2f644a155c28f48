package main

import (
	"errors"
	"fmt"
	"net/http"

	"philately.ch/scan/internal/ops"
	"philately.ch/scan/scanner"
)

func main() {
	s := scanner.New(5)
	mux := http.NewServeMux()
	mux.HandleFunc("/scan", func(w http.ResponseWriter, r *http.Request) {
		perforation, err := s.Scan(r.Context(), []byte(r.URL.Query().Get("stamp")))
		if errors.Is(err, scanner.ErrTorn) {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
			return
		}
		fmt.Fprintln(w, perforation, err)
	})
	ops.Start(mux)
	ops.Wait()
}
