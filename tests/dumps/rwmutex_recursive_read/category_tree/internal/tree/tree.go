// Package tree has the categories of the shop.
package tree

import (
	"sync"
	"time"
)

// Tree is safe for concurrent use.
type Tree struct {
	mu     sync.RWMutex
	parent map[string]string
}

func New() *Tree { return &Tree{parent: map[string]string{"phones": "electronics", "electronics": "all"}} }

// Path is the way to a category.
func (t *Tree) Path(name string) []string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	var path []string
	for name != "" {
		path = append(path, name)
		time.Sleep(30 * time.Millisecond) // the label is rendered
		name = t.Parent(name)             // BUG: reads again under its own read lock; a writer in between stops both
	}
	return path
}

// Parent is the category above.
func (t *Tree) Parent(name string) string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.parent[name]
}

// Move puts a category elsewhere.
func (t *Tree) Move(name, parent string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.parent[name] = parent
}
