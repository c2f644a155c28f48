package main

import (
	"net/http"

	"vet.example/scans/internal/ops"
	"vet.example/scans/relay"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("/scans/raw", relay.New(ops.Upstream(false)))
	ops.Start(mux)
	ops.Wait()
}
