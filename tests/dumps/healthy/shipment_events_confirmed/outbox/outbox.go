// Package outbox tells other systems what happened, and knows that they were told.
package outbox

import (
	"context"
	"errors"
	"hash/crc32"
	"sync/atomic"
	"time"

	amqp "github.com/rabbitmq/amqp091-go"
)

// Outbox publishes with confirms; each is written to the journal by a goroutine of its own.
type Outbox struct {
	ch      *amqp.Channel
	journal journal
}

type journal struct {
	lines atomic.Int64
	sum   atomic.Uint32
}

// write stands for an append with fsync.
func (j *journal) write(c amqp.Confirmation) {
	time.Sleep(3 * time.Millisecond)
	j.sum.Store(crc32.ChecksumIEEE([]byte{byte(c.DeliveryTag)}))
	j.lines.Add(1)
}

// Open connects.
func Open(url string) (*Outbox, error) {
	conn, err := amqp.Dial(url)
	if err != nil {
		return nil, err
	}
	ch, err := conn.Channel()
	if err != nil {
		return nil, err
	}
	if err := ch.Confirm(false); err != nil {
		return nil, err
	}
	o := &Outbox{ch: ch}
	go o.keep(ch.NotifyPublish(make(chan amqp.Confirmation, 2)))
	_, err = ch.QueueDeclare("shipment-events", false, true, false, false, nil)
	return o, err
}

func (o *Outbox) keep(confirms <-chan amqp.Confirmation) {
	for c := range confirms {
		o.journal.write(c)
	}
}

// Publish returns when the broker has the event.
func (o *Outbox) Publish(ctx context.Context, key string, body []byte) error {
	d, err := o.ch.PublishWithDeferredConfirmWithContext(ctx, "", "shipment-events", false, false, amqp.Publishing{
		MessageId: key, Body: body,
	})
	if err != nil {
		return err
	}
	ok, err := d.WaitContext(ctx)
	if err == nil && !ok {
		err = errors.New("refused")
	}
	return err
}
