package cache

import (
	"sync"
	"time"
)

type entry[V any] struct {
	once    sync.Once
	value   V
	err     error
	expires time.Time
}

// Loading loads each key once and keeps it for ttl.
type Loading[K comparable, V any] struct {
	mu      sync.Mutex
	entries map[K]*entry[V]
	ttl     time.Duration
	load    func(K) (V, error)
}

func NewLoading[K comparable, V any](ttl time.Duration, load func(K) (V, error)) *Loading[K, V] {
	return &Loading[K, V]{entries: make(map[K]*entry[V]), ttl: ttl, load: load}
}

func (c *Loading[K, V]) Get(key K) (V, error) {
	c.mu.Lock()
	e, ok := c.entries[key]
	if !ok || time.Now().After(e.expires) {
		e = &entry[V]{expires: time.Now().Add(c.ttl)}
		c.entries[key] = e
	}
	c.mu.Unlock()
	e.once.Do(func() { e.value, e.err = c.load(key) })
	return e.value, e.err
}
