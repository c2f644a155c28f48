// Package agent speaks to the ports' agents.
package agent

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"time"
)

type Option func(*Client)

func WithPort(code string) Option { return func(c *Client) { c.port = code } }

type Client struct {
	base, port string
	http       *http.Client
	retries    int
}

func NewClient(base string, opts ...Option) *Client {
	c := &Client{base: base, retries: 2, http: &http.Client{
		Timeout: 10 * time.Second,
		Transport: &http.Transport{
			DialContext:         (&net.Dialer{Timeout: 3 * time.Second}).DialContext,
			MaxIdleConnsPerHost: 4, IdleConnTimeout: 45 * time.Second,
			TLSHandshakeTimeout: 3 * time.Second,
		},
	}}
	for _, o := range opts {
		o(c)
	}
	return c
}

type Slot struct{ Stock int }

func (c *Client) Slots(ctx context.Context, vessel string) (*Slot, error) {
	var last error
	for i := 0; i <= c.retries; i++ {
		slot, err := c.once(ctx, vessel)
		if err == nil {
			return slot, nil
		}
		last = err
	}
	return nil, fmt.Errorf("agent %s: %w", c.port, last)
}

func (c *Client) once(ctx context.Context, vessel string) (*Slot, error) {
	req, err := http.NewRequestWithContext(ctx, "GET", c.base+"/ok/"+c.port+"/"+vessel, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	slot := new(Slot)
	return slot, json.NewDecoder(resp.Body).Decode(slot)
}
