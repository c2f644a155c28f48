// Package book keeps what happens in which hall.
package book

import "sync"

type Entry struct {
	Hall string
	Day  int
}

type Watcher interface {
	Booked(Entry)
	Released(Entry)
}

type Calendar struct {
	mu       sync.Mutex
	entries  map[Entry]string
	watchers map[int]Watcher
	next     int
}

func New() *Calendar { return &Calendar{entries: map[Entry]string{}, watchers: map[int]Watcher{}} }

func (c *Calendar) Watch(w Watcher) (stop func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	id := c.next
	c.next++
	c.watchers[id] = w
	return func() { c.unwatch(id) }
}

func (c *Calendar) unwatch(id int) {
	c.mu.Lock()
	delete(c.watchers, id)
	c.mu.Unlock()
}

// Book enters who has a hall and tells the watchers.
func (c *Calendar) Book(e Entry, who string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.entries[e] = who
	for _, w := range c.watchers {
		w.Booked(e)
	}
}
