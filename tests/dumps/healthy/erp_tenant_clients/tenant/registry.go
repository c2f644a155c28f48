package tenant

import (
	"crypto/tls"
	"net"
	"net/http"
	"sync"
	"time"
)

// Registry has one client for each tenant: each has its own certificate and its own limits.
type Registry struct {
	mu      sync.RWMutex
	clients map[string]*http.Client
	config  func(tenant string) *tls.Config
}

func NewRegistry(config func(string) *tls.Config) *Registry {
	return &Registry{clients: map[string]*http.Client{}, config: config}
}

func (r *Registry) Client(name string) *http.Client {
	r.mu.RLock()
	c := r.clients[name]
	r.mu.RUnlock()
	if c != nil {
		return c
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if c = r.clients[name]; c == nil {
		c = &http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{
			DialContext:         (&net.Dialer{Timeout: 2 * time.Second}).DialContext,
			TLSClientConfig:     r.config(name),
			MaxConnsPerHost:     4,
			MaxIdleConnsPerHost: 2,
			IdleConnTimeout:     time.Minute,
		}}
		r.clients[name] = c
	}
	return c
}
