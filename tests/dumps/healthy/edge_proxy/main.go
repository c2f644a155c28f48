package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	"edge.acme.io/gw/edge"
)

func main() {
	p, err := edge.New(os.Getenv("UPSTREAM"), os.Getenv("UPSTREAM_TLS"))
	if err != nil {
		log.Fatal(err)
	}
	http.Handle("/", edge.AccessLog(edge.Limit(200, p)))
	s := &http.Server{Addr: os.Getenv("LISTEN"), ReadHeaderTimeout: 5 * time.Second, IdleTimeout: 60 * time.Second}
	log.Fatal(s.ListenAndServe())
}
