// Package telem answers with orders and flushes the spans of each request at its end.
//
// The flush may take 50 ms. With go.opentelemetry.io/otel/sdk 1.35.0 a flush that is late leaves nothing behind:
// https://github.com/open-telemetry/opentelemetry-go/issues/6360 tells of the versions before.
package telem

import (
	"context"
	"fmt"
	"net/http"
	"time"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// vendorExporter is the vendor's SDK, which does not look at the context.
type vendorExporter struct{}

func (vendorExporter) ExportSpans(ctx context.Context, spans []sdktrace.ReadOnlySpan) error {
	time.Sleep(90 * time.Millisecond)
	return nil
}

func (vendorExporter) Shutdown(context.Context) error { return nil }

// Service answers with the orders of a customer.
type Service struct {
	provider *sdktrace.TracerProvider
	tracer   trace.Tracer
}

// New returns the service with one provider for all requests.
func New() (*Service, error) {
	provider := sdktrace.NewTracerProvider(sdktrace.WithBatcher(vendorExporter{}))
	return &Service{provider: provider, tracer: provider.Tracer("orders")}, nil
}

// Routes adds the service's paths to mux.
func (s *Service) Routes(mux *http.ServeMux) { mux.HandleFunc("/orders", s.orders) }

func (s *Service) orders(w http.ResponseWriter, r *http.Request) {
	_, span := s.tracer.Start(r.Context(), "orders")
	span.End()
	ctx, cancel := context.WithTimeout(r.Context(), 50*time.Millisecond)
	defer cancel()
	if err := s.provider.ForceFlush(ctx); err != nil {
		w.Header().Set("X-Trace", "late")
	}
	fmt.Fprintln(w, "[]")
}
