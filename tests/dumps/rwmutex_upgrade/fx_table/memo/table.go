// Package memo remembers what was computed.
package memo

import "sync"

type Table[K comparable, V any] struct {
	l       sync.RWMutex
	entries map[K]V
	compute func(K) (V, error)
}

func New[K comparable, V any](compute func(K) (V, error)) *Table[K, V] {
	return &Table[K, V]{entries: make(map[K]V), compute: compute}
}

func (t *Table[K, V]) Get(k K) (V, error) {
	t.l.RLock()
	defer t.l.RUnlock()
	if v, ok := t.entries[k]; ok {
		return v, nil
	}
	v, err := t.compute(k)
	if err == nil {
		t.put(k, v)
	}
	return v, err
}

func (t *Table[K, V]) put(k K, v V) {
	t.l.Lock()
	defer t.l.Unlock()
	t.entries[k] = v
}

func (t *Table[K, V]) Clear() {
	t.l.Lock()
	defer t.l.Unlock()
	t.entries = make(map[K]V)
}
