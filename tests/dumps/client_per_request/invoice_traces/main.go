// Command invoices writes invoices; each is traced.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"

	"github.com/northshop/invoices/internal/ops"
	"github.com/northshop/invoices/internal/tracing"
)

type server struct{ tracing *tracing.Exporter }

func (s *server) invoice(w http.ResponseWriter, r *http.Request) {
	tracer, err := s.tracing.Tracer(r.Context(), "invoices")
	if err != nil {
		log.Printf("tracing: %v", err)
		http.Error(w, "no tracing", http.StatusInternalServerError)
		return
	}
	_, span := tracer.Start(r.Context(), "render")
	defer span.End()
	fmt.Fprintf(w, "invoice of order %s\n", r.URL.Query().Get("order"))
}

func main() {
	exporter, err := tracing.NewExporter(context.Background(), ops.Upstream(false)+"/v1/traces")
	if err != nil {
		log.Fatal(err)
	}
	s := &server{exporter}
	mux := http.NewServeMux()
	mux.HandleFunc("/invoice", s.invoice)
	ops.Start(mux)
	ops.Wait()
}
