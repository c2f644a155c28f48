// Package metrics is what the collector reads.
package metrics

import (
	"fmt"
	"net/http"
	"sort"
	"sync"
)

type gauge struct {
	name string
	read func() float64
}

func Gauge(name string, read func() float64) gauge { return gauge{name, read} }

type Registry struct {
	mu     sync.Mutex
	gauges []gauge
}

func NewRegistry(g ...gauge) *Registry { return &Registry{gauges: g} }

func (r *Registry) gather() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	lines := make([]string, len(r.gauges))
	var wg sync.WaitGroup
	for i, g := range r.gauges {
		wg.Add(1)
		go func() {
			defer wg.Done()
			lines[i] = fmt.Sprintf("%s %g", g.name, g.read())
		}()
	}
	wg.Wait()
	sort.Strings(lines)
	return lines
}

func (r *Registry) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	for _, line := range r.gather() {
		fmt.Fprintln(w, line)
	}
}
