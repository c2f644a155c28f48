// Package dispatch sends jobs to drivers.
package dispatch

import (
	"context"
	"fmt"
	"sync/atomic"

	amqp "github.com/rabbitmq/amqp091-go"
)

// Outbox publishes with confirms.
type Outbox struct {
	conn     *amqp.Connection
	ch       *amqp.Channel
	confirms <-chan amqp.Confirmation
	sent     atomic.Uint64
}

// Dial connects and turns confirms on.
func Dial(url string) (*Outbox, error) {
	conn, err := amqp.DialConfig(url, amqp.Config{Properties: amqp.Table{"connection_name": "dispatch"}})
	if err != nil {
		return nil, err
	}
	ch, err := conn.Channel()
	if err != nil {
		return nil, fmt.Errorf("channel: %w", err)
	}
	if err := ch.Confirm(false); err != nil {
		return nil, fmt.Errorf("confirm: %w", err)
	}
	if _, err := ch.QueueDeclare("drivers", false, true, false, false, nil); err != nil {
		return nil, fmt.Errorf("queue: %w", err)
	}
	o := &Outbox{conn: conn, ch: ch, confirms: ch.NotifyPublish(make(chan amqp.Confirmation, 8))}
	if err := o.hello(); err != nil {
		return nil, err
	}
	return o, nil
}

// hello makes sure that the broker takes what we send, before the first driver depends on it.
func (o *Outbox) hello() error {
	if err := o.Send(context.Background(), "", []byte("hello")); err != nil {
		return err
	}
	if c, ok := <-o.confirms; !ok || !c.Ack {
		return fmt.Errorf("the broker refuses")
	}
	return nil
}

// Send publishes one job.
func (o *Outbox) Send(ctx context.Context, driver string, job []byte) error {
	o.sent.Add(1)
	return o.ch.PublishWithContext(ctx, "", "drivers", false, false, amqp.Publishing{
		ContentType: "application/json",
		Headers:     amqp.Table{"driver": driver},
		Body:        job,
	})
}

// Depth is the number of jobs that no driver has taken yet.
func (o *Outbox) Depth() (int, error) {
	q, err := o.ch.QueueInspect("drivers")
	return q.Messages, err
}
