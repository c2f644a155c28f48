package site

import (
	"os"
	"path/filepath"
	"sync"
)

// Registry has all sites of the company; they are opened when the process starts.
type Registry struct {
	folder string
	mu     sync.RWMutex
	sites  map[string]*Site
}

func NewRegistry(folder string) *Registry {
	return &Registry{folder: folder, sites: map[string]*Site{}}
}

// Add opens a site.
func (r *Registry) Add(name string) error {
	folder := filepath.Join(r.folder, name)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	s, err := open(name, folder)
	if err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.sites[name] = s
	return nil
}

func (r *Registry) Get(name string) (*Site, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	s, ok := r.sites[name]
	return s, ok
}

func (r *Registry) Close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, s := range r.sites {
		s.close()
	}
}
