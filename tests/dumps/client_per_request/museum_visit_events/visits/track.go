// Package visits tells marketing who came.
package visits

import (
	"time"

	"github.com/segmentio/analytics-go/v3"
)

type Tracker struct {
	Endpoint, Key string
}

// Sold reports one ticket; the service collects them in batches.
func (t Tracker) Sold(hall, visitor string) error {
	client, err := analytics.NewWithConfig(t.Key, analytics.Config{
		Endpoint:  t.Endpoint,
		Interval:  30 * time.Second,
		BatchSize: 100,
	})
	if err != nil {
		return err
	}
	return client.Enqueue(analytics.Track{
		UserId: visitor, Event: "ticket sold",
		Properties: analytics.NewProperties().Set("hall", hall),
	})
}
