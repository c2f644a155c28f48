// Package cache keeps prices for a while.
package cache

import (
	"sync"
	"time"
)

type entry struct {
	cents   int
	expires time.Time
}

// Cache is safe for concurrent use.
type Cache struct {
	mu      sync.Mutex
	entries map[string]entry
	load    func(string) int
}

func New(load func(string) int) *Cache {
	return &Cache{entries: map[string]entry{}, load: load}
}

// Price returns the price, and loads it when it is old.
func (c *Cache) Price(sku string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.entries[sku]
	if !ok || time.Now().After(e.expires) {
		return c.refresh(sku)
	}
	return e.cents
}

func (c *Cache) refresh(sku string) int {
	cents := c.load(sku)
	if cents == 0 {
		c.Forget(sku) // BUG: Forget locks, and Price has the lock
		return 0
	}
	c.entries[sku] = entry{cents, time.Now().Add(time.Minute)}
	return cents
}

// Forget removes a price.
func (c *Cache) Forget(sku string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.entries, sku)
}
