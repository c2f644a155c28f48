package main

import (
	"net/http"

	"etl/etl"
	"etl/internal/ops"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("/import/", http.StripPrefix("/import/", &etl.Importer{Endpoint: ops.Upstream(false)}))
	ops.Start(mux)
	ops.Wait()
}
