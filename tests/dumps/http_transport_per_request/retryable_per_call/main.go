package main

import (
	"fmt"
	"net/http"
	"os"

	"fleetwise.dev/dispatch/internal/ops"
	"fleetwise.dev/dispatch/pkg/geo"
)

func route(w http.ResponseWriter, r *http.Request) {
	km, err := geo.Distance(r.Context(), os.Getenv("UPSTREAM_TLS"), r.URL.Query().Get("from"), r.URL.Query().Get("to"))
	if err != nil {
		http.Error(w, err.Error(), 502)
		return
	}
	fmt.Fprintf(w, "%d\n", km)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/route", route)
	ops.Start(mux)
	ops.Wait()
}
