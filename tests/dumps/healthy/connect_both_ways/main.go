package main

import (
	"log"
	"net/http"
	"net/http/pprof"
	"os"

	"github.com/netzamt/egress/tunnel"
)

func main() {
	admin := http.NewServeMux()
	admin.HandleFunc("/debug/pprof/", pprof.Index)
	proxy := tunnel.Proxy{Rewrite: func(string) string { return os.Getenv("UPSTREAM_SILENT") }}
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodConnect {
			proxy.ServeHTTP(w, r)
			return
		}
		admin.ServeHTTP(w, r)
	})))
}
