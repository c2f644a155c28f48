// Command rating serves compiled tariffs.
package main

import (
	"encoding/json"
	"net/http"
	"sync"

	"github.com/insura/rating/internal/ops"
)

type cache struct {
	mu      sync.RWMutex
	bundles map[string]*Bundle
}

func (c *cache) get(insurer string) *Bundle {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.bundles[insurer]
}

func (c *cache) put(b *Bundle) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.bundles[b.Insurer] = b
}

func main() {
	builder := &Builder{products: []string{"car", "home", "travel", "dental", "pet"}, workers: 4, single: true}
	known := &cache{bundles: map[string]*Bundle{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/bundle", func(w http.ResponseWriter, r *http.Request) {
		insurer := r.URL.Query().Get("insurer")
		b := known.get(insurer)
		if b == nil {
			b = builder.Build(insurer)
			known.put(b)
		}
		json.NewEncoder(w).Encode(b)
	})
	ops.Start(mux)
	ops.Wait()
}
