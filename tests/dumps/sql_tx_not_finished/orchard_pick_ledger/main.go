package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"strconv"

	"orchard.example/picks/internal/ops"
	"orchard.example/picks/ledger"
)

func main() {
	l, err := ledger.Open(os.Getenv("UPSTREAM_PG"))
	if err != nil {
		log.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	mux := http.NewServeMux()
	mux.HandleFunc("/picks", func(w http.ResponseWriter, r *http.Request) {
		grams, _ := strconv.Atoi(r.URL.Query().Get("g"))
		err := l.Book(ctx, []ledger.Crate{{"R7", "ana", 5200}, {"R8", "ana", grams}})
		if err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
