// Package ttl is a map that forgets.
package ttl

import (
	"sync"
	"time"
)

type entry[V any] struct {
	value V
	until time.Time
}

// Cache forgets its entries after some time.
type Cache[K comparable, V any] struct {
	mu      sync.Mutex
	entries map[K]entry[V]
	keep    time.Duration
	sweep   *time.Ticker
}

// New starts the sweeper.
func New[K comparable, V any](keep time.Duration) *Cache[K, V] {
	c := &Cache[K, V]{entries: map[K]entry[V]{}, keep: keep, sweep: time.NewTicker(keep / 2)}
	go c.sweeper()
	return c
}

func (c *Cache[K, V]) sweeper() {
	for now := range c.sweep.C {
		c.mu.Lock()
		for k, e := range c.entries {
			if now.After(e.until) {
				delete(c.entries, k)
			}
		}
		c.mu.Unlock()
	}
}

// Put remembers.
func (c *Cache[K, V]) Put(k K, v V) {
	c.mu.Lock()
	c.entries[k] = entry[V]{v, time.Now().Add(c.keep)}
	c.mu.Unlock()
}

// Get returns what is remembered.
func (c *Cache[K, V]) Get(k K) (V, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.entries[k]
	return e.value, ok
}

// Close ends the sweeping.
func (c *Cache[K, V]) Close() { c.sweep.Stop() }
