// Package pipeline sends what the turbines measure to the data centre.
package pipeline

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/twmb/franz-go/pkg/kgo"
)

type ack struct {
	turbine string
	offset  int64
	at      time.Time
}

// Checkpoint remembers how far a turbine's samples have got.
type Checkpoint func(turbine string, offset int64) error

// CheckpointFile appends to a file.
func CheckpointFile(path string) Checkpoint {
	return func(turbine string, offset int64) error {
		f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY|os.O_CREATE, 0o644)
		if err != nil {
			return err
		}
		defer f.Close()
		_, err = fmt.Fprintln(f, turbine, offset)
		return err
	}
}

// Uplink is the producer with its acknowledgements.
type Uplink struct {
	kafka *kgo.Client
	acks  chan ack
	save  Checkpoint
}

// NewUplink connects lazily.
func NewUplink(seed string, save Checkpoint) (*Uplink, error) {
	kafka, err := kgo.NewClient(
		kgo.SeedBrokers(seed),
		kgo.DefaultProduceTopic("telemetry"),
		kgo.MaxBufferedRecords(64),
		kgo.ProducerLinger(5*time.Millisecond),
	)
	if err != nil {
		return nil, err
	}
	return &Uplink{kafka: kafka, acks: make(chan ack, 8), save: save}, nil
}

// Push queues one sample.
func (u *Uplink) Push(turbine string, sample []byte) {
	record := &kgo.Record{Key: []byte(turbine), Value: sample}
	u.kafka.Produce(context.Background(), record, func(r *kgo.Record, err error) {
		if err != nil {
			log.Printf("turbine %s: %v", r.Key, err)
			return
		}
		u.acks <- ack{turbine: string(r.Key), offset: r.Offset, at: time.Now()}
	})
}

// Checkpoints saves the acknowledged offsets until ctx ends.
func (u *Uplink) Checkpoints(ctx context.Context) error {
	for {
		select {
		case a := <-u.acks:
			if err := u.save(a.turbine, a.offset); err != nil {
				log.Printf("checkpoint: %v", err)
				return nil
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
