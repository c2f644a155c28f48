// Package clicks hands clicks to the analysts over Kafka.
package clicks

import (
	"context"

	"github.com/twmb/franz-go/pkg/kgo"
)

// Stream is the topic of clicks, written by one client.
type Stream struct{ client *kgo.Client }

// Open returns the stream of the cluster at seed.
func Open(seed string) (*Stream, error) {
	client, err := kgo.NewClient(kgo.SeedBrokers(seed), kgo.AllowAutoTopicCreation())
	return &Stream{client}, err
}

// Record adds one click and waits until the cluster has it.
func (s *Stream) Record(ctx context.Context, page string) error {
	record := &kgo.Record{Topic: "clicks", Value: []byte(page)}
	return s.client.ProduceSync(ctx, record).FirstErr()
}
