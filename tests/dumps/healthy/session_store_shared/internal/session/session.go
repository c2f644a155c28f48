// Package session keeps sessions in Redis.
package session

import (
	"context"
	"time"

	"github.com/go-redis/redis/v8"
)

// Manager keeps sessions through one client.
type Manager struct{ client *redis.Client }

// NewManager returns the sessions kept at addr.
func NewManager(addr string) *Manager {
	return &Manager{redis.NewClient(&redis.Options{Addr: addr, PoolSize: 20})}
}

// Touch makes a session live for another half hour.
func (m *Manager) Touch(ctx context.Context, id string) error {
	return m.client.Set(ctx, "session:"+id, time.Now().Unix(), 30*time.Minute).Err()
}
