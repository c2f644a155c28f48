// Package metrics counts what the service does.
package metrics

import (
	"time"

	"github.com/DataDog/datadog-go/v5/statsd"
)

// Recorder sends to the agent by the one client that all lookups share.
type Recorder struct{ client *statsd.Client }

func NewRecorder(agent string) (*Recorder, error) {
	client, err := statsd.New(agent, statsd.WithNamespace("parcels."))
	return &Recorder{client: client}, err
}

// Observe records how long one lookup of a depot took.
func (r *Recorder) Observe(depot string, took time.Duration) error {
	return r.client.Timing("lookup", took, []string{"depot:" + depot}, 1)
}
