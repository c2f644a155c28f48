// Command trials runs trial batches in a malt kiln.
package main

import (
	"log"
	"net/http"

	"malzfabrik.de/trials/internal/ops"
)

func run(batch string) { log.Printf("batch %s: %d °C", batch, trial(batch)) }

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/trial", func(w http.ResponseWriter, r *http.Request) { go run(r.URL.Query().Get("batch")) })
	ops.Start(mux)
	ops.Wait()
}
