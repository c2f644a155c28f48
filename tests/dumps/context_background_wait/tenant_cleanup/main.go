package main

import (
	"context"
	"net/http"
	"time"

	"billing/internal/ops"
	"billing/lease"
)

type api struct {
	leases *lease.Manager
}

func (a api) charge(w http.ResponseWriter, r *http.Request) {
	// the charge goes on when the browser leaves
	ctx := context.WithoutCancel(r.Context())
	l := a.leases.Acquire(ctx, r.URL.Query().Get("tenant"))
	time.Sleep(2 * time.Millisecond)
	w.Write([]byte(l.ID))
}

func main() {
	a := api{lease.NewManager()}
	mux := http.NewServeMux()
	mux.HandleFunc("/charge", a.charge)
	ops.Start(mux)
	ops.Wait()
}
