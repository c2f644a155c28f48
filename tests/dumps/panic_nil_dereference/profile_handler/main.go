// Command profile shows a customer's page.
package main

import (
	"fmt"
	"net/http"
	"sync"

	"github.com/northshop/profile/internal/ops"
)

type address struct{ city string }

type customer struct {
	name string
	home *address
}

type repository struct {
	mu        sync.RWMutex
	customers map[string]*customer
}

func (r *repository) find(name string) *customer {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.customers[name]
}

type page struct{ repo *repository }

func (p *page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c := p.repo.find(r.URL.Query().Get("name"))
	fmt.Fprintf(w, "%s lives in %s\n", c.name, p.city(c)) // BUG: find returns nil for an unknown name
}

func (p *page) city(c *customer) string {
	if c.home == nil {
		return "?"
	}
	return c.home.city
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/profile", &page{&repository{customers: map[string]*customer{"ada": {"ada", &address{"Turin"}}}}})
	ops.Start(mux)
	ops.Wait()
}
