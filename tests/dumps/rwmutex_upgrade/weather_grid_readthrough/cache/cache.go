// Package cache reads through to a source.
package cache

import "sync"

// Source makes what is missing.
type Source[K comparable, V any] interface {
	Fetch(K) (V, error)
}

type table[K comparable, V any] struct {
	sync.RWMutex
	rows map[K]V
}

// Cache keeps what a source has made.
type Cache[K comparable, V any] struct {
	*table[K, V]
	src  Source[K, V]
	hits int
}

func Through[K comparable, V any](src Source[K, V]) *Cache[K, V] {
	return &Cache[K, V]{table: &table[K, V]{rows: map[K]V{}}, src: src}
}

func (t *table[K, V]) put(k K, v V) {
	t.Lock()
	t.rows[k] = v
	t.Unlock()
}

// Get returns the value of k.
func (c *Cache[K, V]) Get(k K) (V, error) {
	c.RLock()
	defer c.RUnlock()
	if v, ok := c.rows[k]; ok {
		return v, nil
	}
	return c.miss(k)
}

func (c *Cache[K, V]) miss(k K) (v V, err error) {
	if v, err = c.src.Fetch(k); err != nil {
		return v, err
	}
	c.put(k, v)
	return v, nil
}

// Warm fills the cache at the start.
func (c *Cache[K, V]) Warm(keys ...K) {
	for _, k := range keys {
		if v, err := c.src.Fetch(k); err == nil {
			c.put(k, v)
		}
	}
}
