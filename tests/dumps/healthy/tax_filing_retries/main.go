package main

import (
	"context"
	"net/http"

	"fiscal.example/filings/internal/ops"
	"fiscal.example/filings/sender"
)

func main() {
	s := sender.New(ops.Upstream(false), 48)
	go s.Run(context.Background())
	mux := http.NewServeMux()
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		s.Enqueue(sender.Filing{ID: r.FormValue("id")})
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
