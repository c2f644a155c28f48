// Package table is a locked map for any key and value.
package table

import "sync"

type Table[K comparable, V any] struct {
	sync.Mutex
	rows map[K]V
}

func Of[K comparable, V any]() *Table[K, V] { return &Table[K, V]{rows: map[K]V{}} }

func (t *Table[K, V]) Put(k K, v V) {
	t.Lock()
	t.rows[k] = v
	t.Unlock()
}

func (t *Table[K, V]) Find(k K) (v V, ok bool) {
	t.Lock()
	defer t.Unlock()
	v, ok = t.rows[k]
	return
}

func (t *Table[K, V]) Drop(k K) {
	t.Lock()
	defer t.Unlock()
	delete(t.rows, k)
}

// Walk calls visit for every row until it returns false.
func (t *Table[K, V]) Walk(visit func(K, V) bool) {
	t.Lock()
	defer t.Unlock()
	for k, v := range t.rows {
		if !visit(k, v) {
			return
		}
	}
}
