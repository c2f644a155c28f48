// Package traces reports what takes how long.
package traces

import "go.elastic.co/apm/v2"

// Reporter sends the transactions of the service.
type Reporter struct{ service string }

// Open returns a reporter for a service.
func Open(service string) (*Reporter, error) { return &Reporter{service}, nil }

// Trace runs step and reports it under its name.
func (r *Reporter) Trace(name string, step func()) error {
	tracer, err := apm.NewTracer(r.service, "1.4.0")
	if err != nil {
		return err
	}
	transaction := tracer.StartTransaction(name, "request")
	defer transaction.End()
	step()
	return nil
}
