// Command filter remembers the results of searches.
package main

import (
	"fmt"
	"sync"
)

type cache struct {
	mu   sync.RWMutex
	hits map[any][]string
}

func (c *cache) get(key any) ([]string, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	found, ok := c.hits[key] // BUG: not every key can be compared
	return found, ok
}

func search(c *cache, filter any) []string {
	if found, ok := c.get(filter); ok {
		return found
	}
	return []string{"nothing"}
}

func main() {
	c := &cache{hits: map[any][]string{"mug": {"blue mug"}}}
	fmt.Println(search(c, "mug"), search(c, []string{"mug", "blue"}))
}
