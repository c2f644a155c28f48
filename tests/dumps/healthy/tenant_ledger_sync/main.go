package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"books.example/sync/internal/ops"
	"books.example/sync/ledger"
)

func main() {
	m := ledger.NewManager(7 * time.Minute)
	m.Reconcile(context.Background(), ledger.Directory(ops.Count(300)))
	mux := http.NewServeMux()
	mux.HandleFunc("/lag", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, m.Lag()) })
	ops.Start(mux)
	ops.Wait()
	m.Reconcile(context.Background(), nil)
}
