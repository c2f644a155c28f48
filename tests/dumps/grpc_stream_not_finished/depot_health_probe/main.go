package main

import (
	"context"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"

	"github.com/packstadt/routing/depot"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "depot" {
		log.Fatal(depot.Serve(os.Stdout))
	}
	addr, err := depot.StartSidecar(os.Args[0])
	if err != nil {
		log.Fatal(err)
	}
	d, err := depot.Connect(addr)
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/route", func(w http.ResponseWriter, r *http.Request) {
		up, err := d.Up(context.WithoutCancel(r.Context()), r.FormValue("depot"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		if !up {
			w.WriteHeader(http.StatusAccepted)
		}
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
