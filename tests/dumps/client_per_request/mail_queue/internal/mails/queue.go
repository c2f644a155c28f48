// Package mails hands mails to the mailer over RabbitMQ.
package mails

import (
	"context"
	"log"
	"time"

	amqp "github.com/rabbitmq/amqp091-go"
)

// Queue publishes mails in the order in which they were ordered.
type Queue struct {
	url     string
	pending chan string
}

// NewQueue returns a queue on the broker at url.
func NewQueue(url string) (*Queue, error) {
	return &Queue{url, make(chan string, 256)}, nil
}

// Welcome orders the mail that greets a new customer.
func (q *Queue) Welcome(email string) { q.pending <- email }

// Run publishes what is pending, for ever.
func (q *Queue) Run() {
	for email := range q.pending {
		if err := q.publish(email); err != nil {
			log.Printf("mail to %s: %v", email, err)
		}
	}
}

func (q *Queue) publish(email string) error {
	conn, err := amqp.Dial(q.url)
	if err != nil {
		return err
	}
	channel, err := conn.Channel()
	if err != nil {
		return err
	}
	defer channel.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return channel.PublishWithContext(ctx, "", "welcome", false, false, amqp.Publishing{
		ContentType: "text/plain", Body: []byte(email)})
}
