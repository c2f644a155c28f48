package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"

	"canal.example/gates/gates"
	"canal.example/gates/internal/ops"
)

func main() {
	if len(os.Args) > 1 {
		controller()
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	g, err := gates.Open(ctx, startController())
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/pass", func(w http.ResponseWriter, r *http.Request) {
		ok, err := g.Passable(r.URL.Query().Get("gate"))
		if err != nil {
			http.Error(w, err.Error(), 502)
			return
		}
		fmt.Fprintln(w, ok)
	})
	ops.Start(mux)
	ops.Wait()
}
