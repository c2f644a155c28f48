package main

import (
	"context"
	"fmt"
	"net/http"

	"labnet.se/probes/internal/ops"
	"labnet.se/probes/probe"
)

func main() {
	p := probe.New(ops.Upstream(false))
	mux := http.NewServeMux()
	mux.HandleFunc("/probe", func(w http.ResponseWriter, r *http.Request) {
		status, err := p.Read(context.Background(), r.URL.Query().Get("rod"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, status)
	})
	ops.Start(mux)
	ops.Wait()
}
