package site

import (
	"strings"
	"sync"
)

type Filter interface{ Apply(string) string }

type Registry struct{ filters map[string]Filter }

func (r *Registry) Get(name string) Filter { return r.filters[name] }

// Default is made when it is first needed.
var Default func() *Registry

func init() { Default = sync.OnceValue(load) }

type upper struct{}

func (upper) Apply(s string) string { return strings.ToUpper(s) }

type pipe struct{ parts []Filter }

func (p pipe) Apply(s string) string {
	for _, f := range p.parts {
		s = f.Apply(s)
	}
	return s
}

func load() *Registry {
	r := &Registry{filters: map[string]Filter{"upper": upper{}}}
	r.filters["title"] = Compose("upper")
	return r
}

// Compose chains filters of the default registry.
func Compose(names ...string) Filter {
	var p pipe
	for _, n := range names {
		p.parts = append(p.parts, Default().Get(n))
	}
	return p
}
