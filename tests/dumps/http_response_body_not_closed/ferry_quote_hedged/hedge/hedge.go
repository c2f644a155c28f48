// Package hedge asks several sources and takes the answer that comes first.
package hedge

import (
	"context"
	"errors"
	"net/http"
)

type outcome struct {
	resp *http.Response
	err  error
}

// Client sends the same question to each of its sources.
type Client struct {
	HTTP    *http.Client
	Sources []string
}

// First returns the answer of the fastest source.
func (c *Client) First(ctx context.Context, path string) (*http.Response, error) {
	out := make(chan outcome, len(c.Sources))
	for _, source := range c.Sources {
		go func(url string) {
			req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
			if err != nil {
				out <- outcome{err: err}
				return
			}
			resp, err := c.HTTP.Do(req)
			out <- outcome{resp, err}
		}(source + path)
	}
	err := errors.New("no source")
	for range c.Sources {
		first := <-out
		if first.err == nil {
			return first.resp, nil
		}
		err = first.err
	}
	return nil, err
}
