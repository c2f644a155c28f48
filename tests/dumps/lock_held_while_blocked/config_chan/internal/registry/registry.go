// Package registry knows the settings of all shops and tells watchers of changes.
package registry

import "sync"

// Registry is safe for concurrent use.
type Registry struct {
	mu       sync.RWMutex
	settings map[string]string
	changes  chan string
}

// New returns an empty registry; Changes must be read.
func New() *Registry {
	return &Registry{settings: map[string]string{}, changes: make(chan string, 4)}
}

// Changes tells the names of changed settings.
func (r *Registry) Changes() <-chan string { return r.changes }

// Set changes a setting.
func (r *Registry) Set(name, value string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.settings[name] = value
	r.changes <- name // BUG: when nobody reads, the lock is held for ever
}

// Get returns a setting.
func (r *Registry) Get(name string) string {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.settings[name]
}
