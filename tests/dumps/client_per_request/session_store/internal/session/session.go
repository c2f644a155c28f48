// Package session keeps sessions in Redis.
package session

import (
	"context"
	"time"

	"github.com/go-redis/redis/v8"
)

// Manager knows where sessions are kept.
type Manager struct{ addr string }

// NewManager returns the sessions kept at addr.
func NewManager(addr string) *Manager { return &Manager{addr} }

func (m *Manager) store() *redis.Client {
	return redis.NewClient(&redis.Options{Addr: m.addr, PoolSize: 2})
}

// Touch makes a session live for another half hour.
func (m *Manager) Touch(ctx context.Context, id string) error {
	return m.store().Set(ctx, "session:"+id, time.Now().Unix(), 30*time.Minute).Err()
}
