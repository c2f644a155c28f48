// Package catalogue holds all varieties that the shop sells.
package catalogue

import (
	"sync"

	"gardens.example/seeds/plugins"
)

type Catalogue struct {
	mu    sync.Mutex
	Items map[string]int
}

// Default is ready when the program starts.
var Default = mustBuild()

func mustBuild() *Catalogue {
	c := &Catalogue{Items: map[string]int{}}
	c.mu.Lock()
	defer c.mu.Unlock()
	plugins.Run(func(name string, price int) { c.add(name, price) })
	return c
}

func (c *Catalogue) add(name string, price int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.Items[name] = price
}
