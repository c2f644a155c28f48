// Package jobs is the queue of mails, in Redis.
package jobs

import (
	"context"
	"log"
	"time"

	"github.com/redis/go-redis/v9"
)

// Queue is the list of mails to send, and the workers behind it.
type Queue struct{ client *redis.Client }

// Open returns the queue kept at addr.
func Open(addr string) *Queue {
	return &Queue{redis.NewClient(&redis.Options{Addr: addr, PoolSize: 8, PoolTimeout: 10 * time.Second})}
}

// Start runs the workers that send mails.
func (q *Queue) Start(ctx context.Context, workers int) {
	for i := 0; i < workers; i++ {
		go q.work(ctx)
	}
}

// BUG: each worker keeps a connection of the pool while it waits for a mail, and there are as many
// workers as connections.
func (q *Queue) work(ctx context.Context) {
	for ctx.Err() == nil {
		mail, err := q.client.BLPop(ctx, 0, "mails").Result()
		if err != nil {
			log.Printf("worker: %v", err)
			time.Sleep(time.Second)
			continue
		}
		log.Printf("sent %s", mail[1])
	}
}

// Remember notes who gets a mail tonight.
func (q *Queue) Remember(ctx context.Context, to string) error {
	return q.client.SAdd(ctx, "tonight", to).Err()
}
