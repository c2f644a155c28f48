// Package workers renders reports from a queue in Redis.
package workers

import (
	"context"
	"sync"

	"github.com/hibiken/asynq"
)

// Pool takes jobs from the queue.
type Pool struct {
	redis  asynq.RedisClientOpt
	mu     sync.Mutex
	server *asynq.Server
}

// New returns a pool on the Redis at addr, with two jobs at a time.
func New(addr string) (*Pool, error) {
	p := &Pool{redis: asynq.RedisClientOpt{Addr: addr}}
	return p, p.Resize(2)
}

// Resize sets how many jobs run at a time.
func (p *Pool) Resize(n int) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.server = asynq.NewServer(p.redis, asynq.Config{Concurrency: n, LogLevel: asynq.ErrorLevel})
	mux := asynq.NewServeMux()
	mux.HandleFunc("report", func(context.Context, *asynq.Task) error { return nil })
	return p.server.Start(mux)
}
