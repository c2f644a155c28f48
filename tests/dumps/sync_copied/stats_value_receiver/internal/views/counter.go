// Package views counts page views.
package views

import (
	"sync"
	"time"
)

// Counter is safe for concurrent use; so it says.
type Counter struct {
	mu    sync.Mutex
	total int
	bySku map[string]int
}

func NewCounter() *Counter { return &Counter{bySku: map[string]int{}} }

// Seen counts one view.
func (c *Counter) Seen(sku string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.bySku[sku]++
	c.total++
}

// Total is the sum of all views.
func (c Counter) Total() int { // BUG: c is a copy, and so is its mutex, locked or not
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.total
}

// FlushEvery stores the counts now and then.
func (c *Counter) FlushEvery() {
	for range time.Tick(100 * time.Millisecond) {
		c.flush()
	}
}

func (c *Counter) flush() {
	c.mu.Lock()
	defer c.mu.Unlock()
	time.Sleep(60 * time.Millisecond) // the write to disk
	c.bySku = map[string]int{}
}
