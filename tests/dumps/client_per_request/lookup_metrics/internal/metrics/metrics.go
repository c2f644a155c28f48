// Package metrics counts what the service does.
package metrics

import (
	"time"

	"github.com/DataDog/datadog-go/v5/statsd"
)

// Recorder knows where the agent is.
type Recorder struct{ agent string }

func NewRecorder(agent string) *Recorder { return &Recorder{agent: agent} }

// Observe records how long one lookup of a depot took.
func (r *Recorder) Observe(depot string, took time.Duration) error {
	client, err := statsd.New(r.agent, statsd.WithNamespace("parcels."), statsd.WithTags([]string{"depot:" + depot}))
	if err != nil {
		return err
	}
	return client.Timing("lookup", took, nil, 1)
}
