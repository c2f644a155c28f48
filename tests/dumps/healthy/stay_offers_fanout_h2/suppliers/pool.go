// Package suppliers calls the services that offer rooms.
package suppliers

import (
	"context"
	"crypto/tls"
	"io"
	"net/http"
	"time"
)

// Pool has the one client for all of them.
type Pool struct {
	base string
	http *http.Client
}

func NewPool(base string, timeout time.Duration) *Pool {
	return &Pool{base: base, http: &http.Client{Timeout: timeout, Transport: &http.Transport{
		ForceAttemptHTTP2: true,
		TLSClientConfig:   &tls.Config{InsecureSkipVerify: true},
		IdleConnTimeout:   time.Minute,
	}}}
}

type Supplier struct {
	Name string
	path string
	pool *Pool
}

func (p *Pool) Supplier(name, path string) *Supplier { return &Supplier{name, path, p} }

// Offer is what one supplier asks for a night.
type Offer struct {
	Supplier string
	Text     string
}

func (s *Supplier) Offer(ctx context.Context, town string) (Offer, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.pool.base+s.path, nil)
	if err != nil {
		return Offer{}, err
	}
	req.Header.Set("X-Town", town)
	resp, err := s.pool.http.Do(req)
	if err != nil {
		return Offer{}, err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	return Offer{s.Name, string(text)}, err
}
