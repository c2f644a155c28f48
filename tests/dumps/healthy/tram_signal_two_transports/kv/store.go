// Package kv is a client of the key value store that all junctions share.
package kv

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"
)

type Store struct {
	address string
	watches *http.Client
	http    *http.Client
}

type Entry struct {
	Path  string
	Stock int
}

func Open(address string, connections int) *Store {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxConnsPerHost = connections
	t.MaxIdleConnsPerHost = connections
	// A blocking query may take minutes, so each has a connection that orders do not need.
	w := http.DefaultTransport.(*http.Transport).Clone()
	return &Store{address: address, watches: &http.Client{Transport: w}, http: &http.Client{Transport: t, Timeout: 5 * time.Second}}
}

func (s *Store) do(ctx context.Context, c *http.Client, method, path, value string) (Entry, error) {
	var e Entry
	req, err := http.NewRequestWithContext(ctx, method, s.address+path, strings.NewReader(value))
	if err != nil {
		return e, err
	}
	resp, err := c.Do(req)
	if err != nil {
		return e, fmt.Errorf("kv %s: %w", path, err)
	}
	defer resp.Body.Close()
	return e, json.NewDecoder(resp.Body).Decode(&e)
}

func (s *Store) Put(ctx context.Context, key, value string) error {
	_, err := s.do(ctx, s.http, http.MethodPut, "/slow?ms=120&key="+key, value)
	return err
}

// Watch calls f for each change of key: the store answers a blocking query when there is one.
func (s *Store) Watch(ctx context.Context, key string, f func(Entry)) {
	for ctx.Err() == nil {
		e, err := s.do(ctx, s.watches, http.MethodGet, "/hang?key="+key+"&wait=10m", "")
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		f(e)
	}
}
