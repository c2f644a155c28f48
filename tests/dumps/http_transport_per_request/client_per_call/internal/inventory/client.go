// Package inventory asks the inventory service how much of an article is in stock.
package inventory

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

// Level is the answer of the service.
type Level struct {
	Path  string `json:"path"`
	Stock int    `json:"stock"`
}

// Client knows where the service is.
type Client struct {
	base    string
	timeout time.Duration
}

func New(base string) *Client { return &Client{base: base, timeout: 3 * time.Second} }

// Stock asks for one article.
func (c *Client) Stock(sku string) (Level, error) {
	// BUG: each call brings its own connection pool, and nobody ever closes it.
	hc := &http.Client{
		Timeout: c.timeout,
		Transport: &http.Transport{
			DialContext:         (&net.Dialer{Timeout: time.Second}).DialContext,
			MaxIdleConnsPerHost: 10,
		},
	}
	var level Level
	resp, err := hc.Get(c.base + "/stock/" + sku)
	if err != nil {
		return level, fmt.Errorf("inventory: %w", err)
	}
	defer resp.Body.Close()
	if err := json.NewDecoder(resp.Body).Decode(&level); err != nil {
		return level, err
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return level, err
}
