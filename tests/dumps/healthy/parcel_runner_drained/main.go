// Command drained is the depot's agent.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/parcels/drained/internal/ops"
	"example.org/parcels/drained/tasks"
)

func load(ctx context.Context, id string) error {
	select {
	case <-time.After(6 * time.Second): // the lorry
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	r := tasks.NewRunner(load)
	mux := http.NewServeMux()
	mux.HandleFunc("/assign", func(w http.ResponseWriter, req *http.Request) {
		r.Assign(context.Background(), req.URL.Query().Get("id"))
		fmt.Fprintln(w, "assigned")
	})
	mux.HandleFunc("/admin/stop", func(w http.ResponseWriter, req *http.Request) {
		r.Stop()
		fmt.Fprintln(w, "stopped")
	})
	ops.Start(mux)
	ops.Wait()
}
