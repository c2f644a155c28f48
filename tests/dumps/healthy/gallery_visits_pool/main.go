package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"

	"gallery.example/visits/internal/ops"
	"gallery.example/visits/visits"
)

func main() {
	s, err := visits.Open(context.Background(), os.Getenv("UPSTREAM_POSTGRES"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/enter", func(w http.ResponseWriter, r *http.Request) {
		n, err := s.Enter(r.Context(), r.URL.Query().Get("room"))
		if err != nil {
			http.Error(w, err.Error(), 503)
			return
		}
		fmt.Fprintln(w, n)
	})
	ops.Start(mux)
	ops.Wait()
}
