package main

import (
	"fmt"
	"net/http"

	"philately.ch/queue/internal/ops"
	"philately.ch/queue/scanner"
)

func main() {
	s := scanner.New(6)
	mux := http.NewServeMux()
	mux.HandleFunc("/scan", func(w http.ResponseWriter, r *http.Request) {
		teeth, err := s.Scan(r.Context(), r.URL.Query().Get("stamp"))
		fmt.Fprintln(w, teeth, err)
	})
	ops.Start(mux)
	ops.Wait()
}
