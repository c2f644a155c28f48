package main

import (
	"context"
	"net/http"

	"crm/internal/ops"
	"crm/tenancy"
)

func main() {
	reg := tenancy.NewRegistry(context.Background())
	mux := http.NewServeMux()
	mux.HandleFunc("/t", func(w http.ResponseWriter, r *http.Request) {
		reg.For(r.URL.Query().Get("id")).Enqueue(tenancy.Job{Kind: "sync"})
	})
	ops.Start(mux)
	ops.Wait()
	reg.Stop()
}
