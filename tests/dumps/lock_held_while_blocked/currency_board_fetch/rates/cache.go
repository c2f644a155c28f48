// Package rates caches the bank's rates.
package rates

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"
)

type entry struct {
	value float64
	until time.Time
}

type Cache struct {
	sync.RWMutex
	bank    string
	client  *http.Client
	entries map[string]entry
}

func NewCache(bank string) *Cache {
	return &Cache{bank: bank, client: &http.Client{}, entries: map[string]entry{}}
}

func (c *Cache) lookup(pair string) (float64, bool) {
	c.RLock()
	defer c.RUnlock()
	e, ok := c.entries[pair]
	return e.value, ok && time.Now().Before(e.until)
}

func (c *Cache) fetch(pair string) (float64, error) {
	resp, err := c.client.Get(c.bank + pair)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	var answer struct{ Stock float64 }
	if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
		return 0, fmt.Errorf("rate of %s: %w", pair, err)
	}
	return answer.Stock, nil
}

func (c *Cache) Rate(pair string) (float64, error) {
	if v, ok := c.lookup(pair); ok {
		return v, nil
	}
	c.Lock()
	defer c.Unlock()
	v, err := c.fetch(pair)
	if err != nil {
		return 0, err
	}
	c.entries[pair] = entry{v, time.Now().Add(time.Minute)}
	return v, nil
}
