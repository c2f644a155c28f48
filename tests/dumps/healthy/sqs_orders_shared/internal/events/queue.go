// Package events sends what happens to a queue.
package events

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// Queue is where events go.
type Queue struct {
	client *sqs.Client
	url    string
}

// Open returns the queue with this address, of the service at endpoint.
func Open(endpoint, url string) *Queue {
	return &Queue{sqs.New(sqs.Options{
		Region:       "eu-central-1",
		BaseEndpoint: &endpoint,
		Credentials:  credentials.NewStaticCredentialsProvider("id", "secret", ""),
	}), url}
}

// Send says that an article was ordered.
func (q *Queue) Send(ctx context.Context, sku string) error {
	_, err := q.client.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: &q.url, MessageBody: &sku})
	return err
}
