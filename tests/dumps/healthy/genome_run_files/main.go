// Command genomes runs the analyses of a sequencing laboratory; each run has its own log file.
package main

import (
	"log"
	"net/http"

	"lab.fennimore.example/genomes/internal/ops"
	"lab.fennimore.example/genomes/internal/runs"
)

func main() {
	svc, err := runs.New()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/run", svc.Run)
	ops.Start(mux)
	ops.Wait()
}
