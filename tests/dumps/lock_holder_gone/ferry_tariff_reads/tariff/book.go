// Package tariff knows what a crossing costs.
package tariff

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

// ErrRoute means that no ferry goes there.
var ErrRoute = errors.New("tariff: no such route")

type route struct {
	base   int
	season map[time.Month]int
}

// Book has the tariffs of all routes.
type Book struct {
	mu     sync.RWMutex
	routes map[string]route
	asked  uint64
}

// NewBook has the summer's tariffs.
func NewBook() *Book {
	return &Book{routes: map[string]route{
		"mainland-north": {base: 1200, season: map[time.Month]int{time.July: 300}},
		"mainland-south": {base: 1450},
	}}
}

// Price is in cents.
func (b *Book) Price(from, to string, when time.Time) (int, error) {
	b.mu.RLock()
	r, ok := b.routes[from+"-"+to]
	if !ok {
		return 0, fmt.Errorf("%s to %s: %w", from, to, ErrRoute)
	}
	cents := r.base + r.season[when.Month()]
	b.mu.RUnlock()
	return cents, nil
}

// SetBase changes a tariff.
func (b *Book) SetBase(name string, cents int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	r := b.routes[name]
	r.base = cents
	b.routes[name] = r
}

// Routes are the names.
func (b *Book) Routes() []string {
	b.mu.RLock()
	defer b.mu.RUnlock()
	names := make([]string, 0, len(b.routes))
	for n := range b.routes {
		names = append(names, n)
	}
	return names
}
