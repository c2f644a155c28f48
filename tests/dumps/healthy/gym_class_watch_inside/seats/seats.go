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
			waiting, err := tx.LLen(ctx, "waiting:"+class).Result()
			if err != nil {
				return err
			}
			if int(taken+waiting) >= d.limit {
				return ErrFull
			}
			time.Sleep(40 * time.Millisecond) // the member's card is looked at
			_, err = tx.TxPipelined(ctx, func(p redis.Pipeliner) error {
				p.SAdd(ctx, key, member)
				p.Expire(ctx, key, 24*time.Hour)
				p.LPush(ctx, "mails", member)
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

// Mails sends a confirmation for each booking that is pushed to the list.
func Mails(ctx context.Context, address string, workers int, send func(string)) {
	rdb := redis.NewClient(&redis.Options{Addr: address, PoolSize: workers + 2})
	for i := 0; i < workers; i++ {
		go func() {
			for ctx.Err() == nil {
				got, err := rdb.BRPop(ctx, time.Minute, "mails").Result()
				if err == nil {
					send(got[1])
				} else if !errors.Is(err, redis.Nil) {
					time.Sleep(time.Second)
				}
			}
		}()
	}
}
