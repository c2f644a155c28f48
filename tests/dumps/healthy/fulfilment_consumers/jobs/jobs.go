package jobs

import (
	"context"
	"errors"
	"time"

	"github.com/redis/go-redis/v9"
)

// Pool takes jobs from a list.
type Pool struct {
	rdb *redis.Client
	n   int
}

// New makes one.
func New(addr string, n int) *Pool {
	return &Pool{redis.NewClient(&redis.Options{Addr: addr, PoolSize: n + 4, ReadTimeout: time.Minute}), n}
}

// Start starts the workers and a subscriber for each shard.
func (p *Pool) Start(ctx context.Context) {
	for i := 0; i < p.n; i++ {
		go p.work(ctx)
	}
	for _, shard := range []string{"a", "b", "c", "d"} {
		sub := p.rdb.Subscribe(ctx, "invalidate:"+shard)
		go func() {
			for range sub.Channel() {
			}
		}()
	}
}

func (p *Pool) work(ctx context.Context) {
	for ctx.Err() == nil {
		job, err := p.rdb.BLPop(ctx, 0, "jobs").Result()
		if errors.Is(err, redis.Nil) {
			continue
		}
		if err != nil {
			time.Sleep(200 * time.Millisecond)
			continue
		}
		_ = job
	}
}
