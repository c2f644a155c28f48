// Package seats hands out the places of a class.
package seats

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/redis/go-redis/v9"
)

var ErrFull = errors.New("the class is full")

type Desk struct {
	rdb   *redis.Client
	limit int
}

func NewDesk(address string, limit int) *Desk {
	return &Desk{limit: limit, rdb: redis.NewClient(&redis.Options{
		Addr: address, PoolSize: 5, PoolTimeout: 10 * time.Minute, ReadTimeout: time.Second,
	})}
}

// Book takes a place, unless another booking was faster; then it tries again.
func (d *Desk) Book(ctx context.Context, class, member string) error {
	key := "class:" + class
	for try := 0; try < 3; try++ {
		err := d.rdb.Watch(ctx, func(tx *redis.Tx) error {
			taken, err := tx.SCard(ctx, key).Result()
			if err != nil {
				return err
			}
			time.Sleep(40 * time.Millisecond) // the member's card is looked at
			waiting, err := d.Waiting(ctx, class)
			if err != nil {
				return err
			}
			if int(taken+waiting) >= d.limit {
				return ErrFull
			}
			_, err = tx.TxPipelined(ctx, func(p redis.Pipeliner) error {
				p.SAdd(ctx, key, member)
				p.Expire(ctx, key, 24*time.Hour)
				return nil
			})
			return err
		}, key)
		if !errors.Is(err, redis.TxFailedErr) {
			return err
		}
	}
	return fmt.Errorf("class %s: too many bookings at once", class)
}

// Waiting is the length of the waiting list.
func (d *Desk) Waiting(ctx context.Context, class string) (int64, error) {
	return d.rdb.LLen(ctx, "waiting:"+class).Result()
}
