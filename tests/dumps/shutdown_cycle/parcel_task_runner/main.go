// Command runner is the depot's agent.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"example.org/parcels/runner/internal/ops"
	"example.org/parcels/runner/tasks"
)

var errHeavy = errors.New("too heavy for the belt")

func sortParcel(ctx context.Context, t tasks.Task) error {
	select {
	case <-time.After(600 * time.Millisecond):
	case <-ctx.Done():
		return ctx.Err()
	}
	if t.Weight > 30 {
		return errHeavy
	}
	return nil
}

func main() {
	r := tasks.NewRunner(sortParcel)
	mux := http.NewServeMux()
	mux.HandleFunc("/assign", func(w http.ResponseWriter, req *http.Request) {
		id := req.URL.Query().Get("id")
		r.Assign(context.Background(), tasks.Task{ID: id, Weight: len(id) * 7})
		fmt.Fprintln(w, "assigned", id)
	})
	mux.HandleFunc("/admin/stop", func(w http.ResponseWriter, req *http.Request) {
		r.Stop()
		fmt.Fprintln(w, "stopped")
	})
	ops.Start(mux)
	ops.Wait()
}
