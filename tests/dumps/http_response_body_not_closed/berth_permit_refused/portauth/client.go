// Package portauth talks to the port authority's permit service.
package portauth

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

type Client struct {
	base *url.URL
	http *http.Client
}

type Depth struct {
	Path  string
	Stock int
}

// Refusal is what the authority says when it does not want to.
type Refusal struct {
	Status int
	Line   string
}

func (r *Refusal) Error() string { return fmt.Sprintf("port authority: %d: %s", r.Status, r.Line) }

func New(base string) (*Client, error) {
	u, err := url.Parse(base)
	if err != nil {
		return nil, err
	}
	transport := &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           (&net.Dialer{Timeout: 3 * time.Second}).DialContext,
		ResponseHeaderTimeout: 10 * time.Second,
		IdleConnTimeout:       time.Minute,
		MaxIdleConnsPerHost:   4,
	}
	return &Client{base: u, http: &http.Client{Transport: transport}}, nil
}

func (c *Client) call(ctx context.Context, method, path string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, method, c.base.ResolveReference(&url.URL{Path: path}).String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Accept", "application/json")
	return checked(c.http.Do(req))
}

// checked passes answers on that are JSON; all else is a refusal.
func checked(resp *http.Response, err error) (*http.Response, error) {
	if err != nil {
		return nil, err
	}
	if resp.StatusCode < 300 && strings.HasPrefix(resp.Header.Get("Content-Type"), "application/json") {
		return resp, nil
	}
	line, _ := bufio.NewReaderSize(resp.Body, 256).ReadString('\n')
	return nil, &Refusal{Status: resp.StatusCode, Line: strings.TrimSpace(line)}
}

// Depth asks for the water under a berth.
func (c *Client) Depth(ctx context.Context, berth string) (Depth, error) {
	var d Depth
	resp, err := c.call(ctx, http.MethodGet, "/depth/"+berth)
	if err != nil {
		return d, err
	}
	defer resp.Body.Close()
	return d, json.NewDecoder(resp.Body).Decode(&d)
}

// Permit asks whether a ship may moor; the authority answers with its whole rule book when not.
func (c *Client) Permit(ctx context.Context, berth string) error {
	resp, err := c.call(ctx, http.MethodPost, "/big")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
