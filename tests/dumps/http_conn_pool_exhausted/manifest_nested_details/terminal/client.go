// Package terminal is the client of the container terminal's service.
package terminal

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"
)

type Container struct {
	Path  string `json:"path"`
	Stock int    `json:"stock"`
}

type Client struct {
	base string
	http *http.Client
}

// New makes a client that uses at most conns connections: the terminal's gateway allows no more.
func New(base string, conns int) *Client {
	return &Client{base: base, http: &http.Client{Transport: &http.Transport{
		MaxConnsPerHost:     conns,
		MaxIdleConnsPerHost: conns,
		IdleConnTimeout:     90 * time.Second,
	}}}
}

func (c *Client) get(ctx context.Context, path string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+path, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, fmt.Errorf("terminal: %s: %s", path, resp.Status)
	}
	return resp, nil
}

// EachLine calls f for each line of a ship's manifest.
func (c *Client) EachLine(ctx context.Context, ship string, f func(fields []string) error) error {
	resp, err := c.get(ctx, "/big?ship="+ship)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	lines := bufio.NewScanner(resp.Body)
	for lines.Scan() {
		if err := f(strings.Split(lines.Text(), ";")); err != nil {
			return err
		}
	}
	return lines.Err()
}

// Container asks where one container stands.
func (c *Client) Container(ctx context.Context, number string) (Container, error) {
	var found Container
	resp, err := c.get(ctx, "/containers/"+number)
	if err != nil {
		return found, err
	}
	defer resp.Body.Close()
	return found, json.NewDecoder(resp.Body).Decode(&found)
}
