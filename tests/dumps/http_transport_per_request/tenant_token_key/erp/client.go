// Package erp is the SDK of the ERP vendor, trimmed.
package erp

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"

	"git.acme.io/finops/invoice-sync/tenancy"
)

// Invoice is what the ERP keeps.
type Invoice struct {
	Path  string `json:"path"`
	Stock int    `json:"stock"`
}

type bearer struct {
	token string
	next  http.RoundTripper
}

func (b *bearer) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Authorization", "Bearer "+b.token)
	return b.next.RoundTrip(r)
}

// Client talks to one ERP account.
type Client struct {
	base string
	http *http.Client
}

// New makes a client with connection settings of its own.
func New(base, token string) *Client {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.MaxIdleConnsPerHost = 4
	return &Client{base: base, http: &http.Client{Timeout: 20 * time.Second, Transport: &bearer{token, tr}}}
}

// Invoice reads one invoice.
func (c *Client) Invoice(ctx context.Context, id string) (*Invoice, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+"/invoices/"+id, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, fmt.Errorf("erp: %w", err)
	}
	defer func() {
		_, _ = io.Copy(io.Discard, resp.Body)
		_ = resp.Body.Close()
	}()
	var inv Invoice
	return &inv, json.NewDecoder(resp.Body).Decode(&inv)
}

// Registry caches the clients.
type Registry struct {
	base string
	mu   sync.RWMutex
	all  map[tenancy.Credential]*Client
}

// NewRegistry makes an empty one.
func NewRegistry(base string) *Registry {
	return &Registry{base: base, all: map[tenancy.Credential]*Client{}}
}

// For returns the client of a credential. The bug: the key contains the token, which changes each time.
func (r *Registry) For(cred tenancy.Credential) (*Client, error) {
	r.mu.RLock()
	c, ok := r.all[cred]
	r.mu.RUnlock()
	if ok {
		return c, nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	c = New(r.base, cred.Token)
	r.all[cred] = c
	return c, nil
}
