// Command tunnels connects technicians to machines through kept connections.
package main

import (
	"fmt"
	"net/http"
	"strings"
	"time"

	"fernwartung.example/tunnels/internal/ops"
	"fernwartung.example/tunnels/tunnel"
)

func main() {
	address := strings.TrimPrefix(ops.Upstream(false), "http://")
	pool := tunnel.NewPool(6, func(string) string { return address })
	go pool.Watch(30 * time.Second)
	mux := http.NewServeMux()
	mux.HandleFunc("/machine/", func(w http.ResponseWriter, r *http.Request) {
		status, err := pool.Status(strings.TrimPrefix(r.URL.Path, "/machine/"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, status)
	})
	ops.Start(mux)
	ops.Wait()
}
