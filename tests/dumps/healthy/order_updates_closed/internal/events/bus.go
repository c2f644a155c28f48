// Package events carries what happens to orders, over Redis.
package events

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

// Bus is where events are published.
type Bus struct{ client *redis.Client }

// NewBus returns the bus at addr.
func NewBus(addr string) *Bus {
	return &Bus{redis.NewClient(&redis.Options{Addr: addr})}
}

// Next waits for the next event of an order; "" if none came.
func (b *Bus) Next(ctx context.Context, order string) (string, error) {
	sub := b.client.Subscribe(ctx, "order:"+order)
	defer sub.Close()
	if _, err := sub.Receive(ctx); err != nil {
		return "", err
	}
	select {
	case message := <-sub.Channel():
		return message.Payload, nil
	case <-time.After(300 * time.Millisecond):
		return "", nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
