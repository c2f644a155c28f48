package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"path"

	"ambulance.example/calls/board"
	"ambulance.example/calls/internal/ops"
)

func main() {
	b, err := board.Open(os.Getenv("UPSTREAM_PG"))
	if err != nil {
		log.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	mux := http.NewServeMux()
	mux.HandleFunc("/next/", func(w http.ResponseWriter, r *http.Request) {
		call, err := b.Next(ctx, path.Base(r.URL.Path))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		json.NewEncoder(w).Encode(call)
	})
	ops.Start(mux)
	ops.Wait()
}
