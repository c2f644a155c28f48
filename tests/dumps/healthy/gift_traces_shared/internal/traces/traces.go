// Package traces reports what takes how long.
package traces

import "go.elastic.co/apm/v2"

// Reporter sends the transactions of the service.
type Reporter struct{ tracer *apm.Tracer }

// Open returns a reporter for a service.
func Open(service string) (*Reporter, error) {
	tracer, err := apm.NewTracer(service, "1.4.0")
	return &Reporter{tracer}, err
}

// Trace runs step and reports it under its name.
func (r *Reporter) Trace(name string, step func()) error {
	transaction := r.tracer.StartTransaction(name, "request")
	defer transaction.End()
	step()
	return nil
}
