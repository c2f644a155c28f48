package fleet

import (
	"math/rand"
	"time"
)

type Position struct{ Lat, Lon float64 }

// Cache is a map with a hook for what changed.
type Cache[K comparable, V any] struct {
	m       map[K]V
	changed func(K)
}

func New[K comparable, V any](changed func(K)) *Cache[K, V] {
	return &Cache[K, V]{m: map[K]V{}, changed: changed}
}

func (c *Cache[K, V]) Put(k K, v V) {
	c.m[k] = v
	c.changed(k)
}

func (c *Cache[K, V]) Get(k K) (V, bool) {
	v, ok := c.m[k]
	return v, ok
}

// Poll reads one line's telegrams.
func Poll(line int, c *Cache[int, Position]) {
	for i := 0; ; i++ {
		c.Put(line*1000+i%400, Position{rand.Float64(), rand.Float64()})
		if i%200 == 0 {
			time.Sleep(time.Millisecond)
		}
	}
}
