package bus

import (
	"context"
	"errors"
	"log"
	"time"

	amqp "github.com/rabbitmq/amqp091-go"
)

type Bus struct {
	ch       *amqp.Channel
	exchange string
}

var ErrNoNews = errors.New("bus: no news")

func Open(conn *amqp.Connection, exchange string) (*Bus, error) {
	ch, err := conn.Channel()
	if err != nil {
		return nil, err
	}
	return &Bus{ch, exchange}, ch.ExchangeDeclare(exchange, "topic", false, true, false, false, nil)
}

// Await returns the next status of an invoice.
func (b *Bus) Await(ctx context.Context, invoice string) (string, error) {
	q, err := b.ch.QueueDeclare("", false, true, true, false, nil)
	if err != nil {
		return "", err
	}
	if err := b.ch.QueueBind(q.Name, "invoice."+invoice, b.exchange, false, nil); err != nil {
		return "", err
	}
	news, err := b.ch.Consume(q.Name, "", true, true, false, false, nil)
	if err != nil {
		return "", err
	}
	// BUG: the consumer is never cancelled.
	select {
	case d := <-news:
		return string(d.Body), nil
	case <-ctx.Done():
		return "", ctx.Err()
	case <-time.After(100 * time.Millisecond):
		return "", ErrNoNews
	}
}

func (b *Bus) Heartbeat() {
	for range time.Tick(10 * time.Second) {
		if err := b.ch.PublishWithContext(context.Background(), b.exchange, "beat", false, false, amqp.Publishing{Body: []byte("1")}); err != nil {
			log.Print("bus: ", err)
			return
		}
	}
}
