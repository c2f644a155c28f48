// Command caches keeps five caches, each with a janitor, and answers slowly on purpose.
package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/northshop/caches/internal/ops"
)

type cache struct {
	mu    sync.Mutex
	items map[string]time.Time
}

func newCache(clean time.Duration) *cache {
	c := &cache{items: map[string]time.Time{}}
	go c.janitor(clean)
	return c
}

func (c *cache) janitor(every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for range t.C {
		c.mu.Lock()
		for key, until := range c.items {
			if time.Now().After(until) {
				delete(c.items, key)
			}
		}
		c.mu.Unlock()
	}
}

func (c *cache) touch(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.items[key] = time.Now().Add(time.Minute)
}

func pollRates(every time.Duration) {
	for {
		time.Sleep(every)
	}
}

func main() {
	caches := []*cache{}
	for i := 1; i <= 5; i++ {
		caches = append(caches, newCache(time.Duration(i)*20*time.Second))
	}
	go pollRates(time.Minute)
	mux := http.NewServeMux()
	mux.HandleFunc("/item", func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(300 * time.Millisecond) // the limit that the partner wants
		caches[len(r.URL.RawQuery)%5].touch(r.URL.RawQuery)
		fmt.Fprintln(w, "ok")
	})
	ops.Start(mux)
	ops.Wait()
}
