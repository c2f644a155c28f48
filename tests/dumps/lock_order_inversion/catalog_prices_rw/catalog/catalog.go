package catalog

import (
	"sync"
	"time"
)

type Pricer interface{ PriceOf(sku string) int }

type Catalog struct {
	mu     sync.RWMutex
	skus   map[string]string
	pricer Pricer
}

func New() *Catalog { return &Catalog{skus: map[string]string{"a": "Apple"}} }

func (c *Catalog) Use(p Pricer) { c.pricer = p }

func (c *Catalog) Rename(sku, name string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.skus[sku] = name
	time.Sleep(20 * time.Millisecond)
	return c.pricer.PriceOf(sku)
}

func (c *Catalog) Name(sku string) string {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.skus[sku]
}
