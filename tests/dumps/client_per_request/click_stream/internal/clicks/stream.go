// Package clicks hands clicks to the analysts over Kafka.
package clicks

import (
	"context"

	"github.com/twmb/franz-go/pkg/kgo"
)

// Stream is the topic of clicks.
type Stream struct{ seed string }

// Open returns the stream of the cluster at seed.
func Open(seed string) (*Stream, error) { return &Stream{seed}, nil }

// Record adds one click and waits until the cluster has it.
func (s *Stream) Record(ctx context.Context, page string) error {
	client, err := kgo.NewClient(kgo.SeedBrokers(s.seed), kgo.AllowAutoTopicCreation())
	if err != nil {
		return err
	}
	record := &kgo.Record{Topic: "clicks", Value: []byte(page)}
	return client.ProduceSync(ctx, record).FirstErr()
}
