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
	channel *amqp.Channel
	pending chan string
}

// NewQueue connects to the broker at url.
func NewQueue(url string) (*Queue, error) {
	conn, err := amqp.Dial(url)
	if err != nil {
		return nil, err
	}
	channel, err := conn.Channel()
	return &Queue{channel, make(chan string, 256)}, err
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
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return q.channel.PublishWithContext(ctx, "", "welcome", false, false, amqp.Publishing{
		ContentType: "text/plain", Body: []byte(email)})
}
