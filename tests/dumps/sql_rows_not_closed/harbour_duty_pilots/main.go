package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"

	"harbour.example/pilots/internal/ops"
	"harbour.example/pilots/roster"
)

func main() {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	r, err := roster.Open(ctx, os.Getenv("UPSTREAM_PG"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/duty", func(w http.ResponseWriter, req *http.Request) {
		draught, _ := strconv.Atoi(req.URL.Query().Get("draught"))
		name, err := r.OnDuty(draught)
		if err != nil {
			http.Error(w, err.Error(), 404)
			return
		}
		fmt.Fprintln(w, name)
	})
	ops.Start(mux)
	ops.Wait()
}
