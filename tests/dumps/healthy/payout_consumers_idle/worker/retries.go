package worker

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/redis/go-redis/v9"
)

// Retries takes payouts that failed once from a list of Redis.
type Retries struct {
	DB    *redis.Client
	Shard int
}

func (r Retries) key() string { return fmt.Sprintf("retries:%d", r.Shard) }

// Run returns what an errgroup wants.
func (r Retries) Run(ctx context.Context) func() error {
	return func() error {
		for ctx.Err() == nil {
			got, err := r.DB.BLPop(ctx, 30*time.Second, r.key()).Result()
			switch {
			case errors.Is(err, redis.Nil):
			case err != nil:
				time.Sleep(time.Second)
			default:
				pay([]byte(got[1]))
			}
		}
		return ctx.Err()
	}
}
