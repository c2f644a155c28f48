// Command lots is called by the clinics before they open.
package main

import (
	"context"
	"fmt"
	"net/http"

	"example.org/vaccine/lots/internal/ops"
	"example.org/vaccine/lots/lots"
)

func recheck(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	run := lots.Start(ctx, 3, r.URL.Query().Get("muted"))
	for _, l := range run.All(lots.Some(r.URL.Query().Get("clinic"), 12)) {
		fmt.Fprintln(w, l.No, l.Degree)
	}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/recheck", recheck)
	ops.Start(mux)
	ops.Wait()
}
