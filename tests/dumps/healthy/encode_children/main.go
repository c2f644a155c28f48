package main

import (
	"context"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"

	"github.com/videothek/encode/farm"
)

func main() {
	f := farm.New(context.Background(), 6)
	http.HandleFunc("/encode", func(w http.ResponseWriter, r *http.Request) {
		if !f.Submit(farm.Job{Clip: r.FormValue("clip")}) {
			w.WriteHeader(http.StatusTooManyRequests)
		}
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
