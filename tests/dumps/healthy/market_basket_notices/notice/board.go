// Package notice passes on what changes in a basket.
package notice

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

type Board struct{ rdb *redis.Client }

func NewBoard(addr string) *Board { return &Board{redis.NewClient(&redis.Options{Addr: addr})} }

// Await returns when the basket changes, or after wait.
func (b *Board) Await(ctx context.Context, basket string, wait time.Duration) string {
	changes := b.rdb.Subscribe(context.Background(), "basket:"+basket)
	defer changes.Close()
	select {
	case m := <-changes.Channel():
		return m.Payload
	case <-time.After(wait):
		return "unchanged"
	case <-ctx.Done():
		return "gone"
	}
}

// Tell says that an item was put into the basket.
func (b *Board) Tell(ctx context.Context, basket, item string) error {
	return b.rdb.Publish(ctx, "basket:"+basket, item).Err()
}
