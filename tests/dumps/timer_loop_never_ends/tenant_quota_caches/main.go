// Command quota counts what each tenant's keys may still do.
package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"example.org/quota/internal/ops"
	"example.org/quota/ttl"
)

type plan struct {
	name string
	left *ttl.Cache[string, int]
}

type registry struct {
	mu    sync.RWMutex
	plans map[string]*plan
}

// reload replaces a tenant's plan when billing says so.
func (r *registry) reload(tenant, name string) {
	fresh := &plan{name: name, left: ttl.New[string, int](20 * time.Minute)}
	r.mu.Lock()
	old := r.plans[tenant]
	r.plans[tenant] = fresh
	r.mu.Unlock()
	if old != nil {
		old.left.Close()
	}
}

func (r *registry) take(tenant, key string) int {
	r.mu.RLock()
	p := r.plans[tenant]
	r.mu.RUnlock()
	if p == nil {
		return 0
	}
	n, ok := p.left.Get(key)
	if !ok {
		n = 100
	}
	p.left.Put(key, n-1)
	return n - 1
}

func main() {
	reg := &registry{plans: map[string]*plan{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/billing/changed", func(w http.ResponseWriter, r *http.Request) {
		reg.reload(r.URL.Query().Get("tenant"), r.URL.Query().Get("plan"))
	})
	mux.HandleFunc("/take", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, reg.take(r.URL.Query().Get("tenant"), r.URL.Query().Get("key")))
	})
	ops.Start(mux)
	ops.Wait()
}
