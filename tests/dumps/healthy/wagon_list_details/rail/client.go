// Package rail is the client of the railway's service.
package rail

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

type Client struct {
	base string
	http *http.Client
}

// New makes a client that uses at most conns connections.
func New(base string, conns int) *Client {
	return &Client{base: base, http: &http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{
		MaxConnsPerHost: conns, MaxIdleConnsPerHost: conns, IdleConnTimeout: 90 * time.Second}}}
}

func (c *Client) get(ctx context.Context, path string) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+path, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(io.LimitReader(resp.Body, 400<<10))
}

// EachWagon calls f for the wagons of a train, whose list it has read as a whole.
func (c *Client) EachWagon(ctx context.Context, train string, f func(wagon string) error) error {
	list, err := c.get(ctx, "/big?train="+train)
	if err != nil {
		return err
	}
	for _, line := range strings.SplitN(string(list), "\n", 12) {
		if err := f(strings.SplitN(line, ";", 2)[0]); err != nil {
			return err
		}
	}
	return nil
}

// Wagon is what is known of one.
func (c *Client) Wagon(ctx context.Context, name string) (string, error) {
	known, err := c.get(ctx, "/slow?ms=40&wagon="+name)
	return fmt.Sprintf("%s %d", name, len(known)), err
}
