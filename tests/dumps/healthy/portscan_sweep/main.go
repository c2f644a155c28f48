package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"

	"nettools/sweep/scan"
)

func main() {
	go http.ListenAndServe(os.Getenv("LISTEN"), nil)
	s := scan.Scanner{Parallel: 64}
	for {
		open := s.Sweep(os.Getenv("UPSTREAM_FULL"), os.Getenv("UPSTREAM_SILENT"), 2000)
		log.Print(open)
	}
}
