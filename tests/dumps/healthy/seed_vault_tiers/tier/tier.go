// Package tier is a cache in front of a slower one.
package tier

import "sync"

type Source[V any] interface{ Get(key string) V }

// Tier asks the next one under its lock, so that a value is fetched once. Locks are always taken
// from the first tier to the last.
type Tier[V any] struct {
	name   string
	mu     sync.Mutex
	values map[string]V
	next   Source[V]
	limit  int
}

func New[V any](name string, limit int, next Source[V]) *Tier[V] {
	return &Tier[V]{name: name, values: make(map[string]V), next: next, limit: limit}
}

func (t *Tier[V]) Get(key string) V {
	t.mu.Lock()
	defer t.mu.Unlock()
	if v, ok := t.values[key]; ok {
		return v
	}
	v := t.next.Get(key)
	if len(t.values) >= t.limit {
		for k := range t.values {
			delete(t.values, k)
			break
		}
	}
	t.values[key] = v
	return v
}
