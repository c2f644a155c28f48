package main

import (
	"net/http"

	"github.com/medirec/api/audit"
	"github.com/medirec/api/internal/ops"
	"github.com/medirec/api/middleware"
)

func main() {
	trail := audit.Open(8)
	records := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("{}")) })
	mux := http.NewServeMux()
	mux.Handle("/records", middleware.Audited(trail, records))
	ops.Start(mux)
	ops.Wait()
}
