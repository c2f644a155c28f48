// Package scans reads what the scanners at the belts have seen.
package scans

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

// Redis has the scans.
type Redis struct{ c *redis.Client }

// New returns the scans at addr.
func New(addr string) *Redis { return &Redis{redis.NewClient(&redis.Options{Addr: addr, PoolSize: 8})} }

// Last returns the belt that saw a bag last.
func (r *Redis) Last(ctx context.Context, tag string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	return r.c.Get(ctx, "bag:"+tag).Result()
}
