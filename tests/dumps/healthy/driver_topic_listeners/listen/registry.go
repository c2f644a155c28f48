// Package listen keeps one subscription for each city of the service.
package listen

import (
	"context"
	"sync"

	"github.com/redis/go-redis/v9"
)

type Registry struct {
	rdb  *redis.Client
	mu   sync.Mutex
	subs map[string]*redis.PubSub
}

func NewRegistry(rdb *redis.Client) *Registry {
	return &Registry{rdb: rdb, subs: make(map[string]*redis.PubSub)}
}

func (r *Registry) Add(ctx context.Context, topic string, fn func(*redis.Message)) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, ok := r.subs[topic]; ok {
		return nil
	}
	sub := r.rdb.Subscribe(ctx, topic)
	if _, err := sub.Receive(ctx); err != nil {
		return err
	}
	r.subs[topic] = sub
	go func() {
		for m := range sub.Channel() {
			fn(m)
		}
	}()
	return nil
}

func (r *Registry) Close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, s := range r.subs {
		s.Close()
	}
}
