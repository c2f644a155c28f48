package partner

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
)

type Client struct {
	base string
	http *http.Client
}

type Rate struct {
	Path  string `json:"path"`
	Stock int    `json:"stock"`
}

func (c *Client) Rate(ctx context.Context, from, to string) (*Rate, error) {
	u := c.base + "/v2/rates/" + url.PathEscape(from) + "/" + url.PathEscape(to)
	return get[Rate](ctx, c.http, u)
}

func get[T any](ctx context.Context, hc *http.Client, u string) (*T, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		return nil, err
	}
	resp, err := hc.Do(req)
	if err != nil {
		return nil, fmt.Errorf("partner: %w", err)
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	out := new(T)
	return out, json.Unmarshal(raw, out)
}
