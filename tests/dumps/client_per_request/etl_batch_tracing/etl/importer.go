package etl

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"etl/telemetry"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

// Importer runs one import for each file that a customer sends.
type Importer struct{ Endpoint string }

type step func(context.Context) error

func (imp *Importer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	customer := r.URL.Path
	tracer, err := telemetry.For(r.Context(), imp.Endpoint, "import-"+customer)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if err := run(r.Context(), tracer, extract, transform, load); err != nil {
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		return
	}
	fmt.Fprintln(w, "imported", customer)
}

func run(ctx context.Context, tracer trace.Tracer, steps ...step) error {
	ctx, root := tracer.Start(ctx, "import", trace.WithAttributes(attribute.Int("steps", len(steps))))
	defer root.End()
	for i, s := range steps {
		inner, span := tracer.Start(ctx, fmt.Sprintf("step-%d", i))
		err := s(inner)
		span.End()
		if err != nil {
			return err
		}
	}
	return nil
}

func extract(context.Context) error   { time.Sleep(2 * time.Millisecond); return nil }
func transform(context.Context) error { time.Sleep(time.Millisecond); return nil }
func load(context.Context) error      { time.Sleep(3 * time.Millisecond); return nil }
