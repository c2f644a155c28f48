package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"orchard.example/reports/internal/ops"
	"orchard.example/reports/reports"
)

func main() {
	s, err := reports.Open(os.Getenv("UPSTREAM_PG"), 5)
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/day", func(w http.ResponseWriter, r *http.Request) {
		n, err := s.Day(r.Context(), r.URL.Query().Get("day"))
		if err != nil {
			http.Error(w, err.Error(), 503)
			return
		}
		fmt.Fprintln(w, n)
	})
	ops.Start(mux)
	ops.Wait()
}
