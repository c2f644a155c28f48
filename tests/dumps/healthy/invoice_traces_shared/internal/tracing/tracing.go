// Package tracing sends spans to the collector.
package tracing

import (
	"context"

	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// Exporter sends the spans of the whole service.
type Exporter struct{ provider *sdktrace.TracerProvider }

// NewExporter returns an exporter to the collector at url.
func NewExporter(ctx context.Context, url string) (*Exporter, error) {
	client, err := otlptracehttp.New(ctx, otlptracehttp.WithEndpointURL(url))
	if err != nil {
		return nil, err
	}
	return &Exporter{sdktrace.NewTracerProvider(sdktrace.WithBatcher(client))}, nil
}

// Tracer returns a tracer for a part of the service.
func (e *Exporter) Tracer(_ context.Context, part string) (trace.Tracer, error) {
	return e.provider.Tracer(part), nil
}
