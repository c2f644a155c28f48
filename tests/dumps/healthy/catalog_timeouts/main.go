// Command catalogtimeouts serves articles to a load balancer that keeps connections open.
package main

import (
	"fmt"
	"net/http"
	"strings"
	"sync"

	"github.com/northshop/catalogtimeouts/internal/ops"
)

type catalog struct {
	mu     sync.RWMutex
	titles map[string]string
}

func (c *catalog) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	sku := strings.TrimPrefix(r.URL.Path, "/articles/")
	c.mu.RLock()
	defer c.mu.RUnlock()
	fmt.Fprintf(w, "%s: %s\n", sku, c.titles[sku])
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/articles/", &catalog{titles: map[string]string{"A1": "lamp"}})
	ops.Start(mux)
	ops.Wait()
}
