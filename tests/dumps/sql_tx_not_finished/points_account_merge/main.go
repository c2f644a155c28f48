package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"strings"

	"points.example/merge/accounts"
	"points.example/merge/internal/ops"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	l, err := accounts.Open(ctx, os.Getenv("UPSTREAM_PG"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/merge/", func(w http.ResponseWriter, r *http.Request) {
		part := strings.Split(r.URL.Path, "/")
		res, err := l.Merge(part[2], part[3])
		if err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
			return
		}
		json.NewEncoder(w).Encode(res)
	})
	ops.Start(mux)
	ops.Wait()
}
