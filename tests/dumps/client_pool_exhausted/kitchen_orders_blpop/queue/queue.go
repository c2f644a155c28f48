// Package queue carries orders to the stations of the kitchen.
package queue

import (
	"context"
	"log"
	"time"

	"github.com/redis/go-redis/v9"
)

type Queue struct{ rdb *redis.Client }

func New(addr string) *Queue {
	return &Queue{redis.NewClient(&redis.Options{Addr: addr, PoolSize: 6, PoolTimeout: time.Hour,
		ReadTimeout: -1, ContextTimeoutEnabled: true})}
}

func (q *Queue) Push(ctx context.Context, station, order string) error {
	if err := q.rdb.HSet(ctx, "orders", order, time.Now().Unix()).Err(); err != nil {
		return err
	}
	return q.rdb.RPush(ctx, "station:"+station, order).Err()
}

// Station takes the orders of a station, one after the other.
func (q *Queue) Station(ctx context.Context, station string, cook func(order string)) {
	for ctx.Err() == nil {
		got, err := q.rdb.BLPop(ctx, 0, "station:"+station).Result()
		if err != nil {
			log.Printf("station %s: %v", station, err)
			continue
		}
		cook(got[1])
	}
}
