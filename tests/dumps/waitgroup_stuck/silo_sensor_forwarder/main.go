// Command silos forwards the readings of grain silos to fluentd.
package main

import (
	"net/http"

	"grain.oddmere.example/silos/internal/forward"
	"grain.oddmere.example/silos/internal/ops"
)

func main() {
	svc := forward.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/silo/reading", svc.Reading)
	mux.HandleFunc("/silo/close", svc.CloseSilo)
	ops.Start(mux)
	ops.Wait()
}
