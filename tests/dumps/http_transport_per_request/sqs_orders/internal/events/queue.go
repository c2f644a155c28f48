// Package events sends what happens to a queue.
package events

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// Queue is where events go.
type Queue struct{ endpoint, url string }

// Open returns the queue with this address, of the service at endpoint.
func Open(endpoint, url string) *Queue { return &Queue{endpoint, url} }

// Send says that an article was ordered.
func (q *Queue) Send(ctx context.Context, sku string) error {
	// BUG: a client, and with it a Transport and its connections, for each event.
	client := sqs.New(sqs.Options{
		Region:       "eu-central-1",
		BaseEndpoint: aws.String(q.endpoint),
		Credentials:  credentials.NewStaticCredentialsProvider("id", "secret", ""),
	})
	_, err := client.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: &q.url, MessageBody: &sku})
	return err
}
