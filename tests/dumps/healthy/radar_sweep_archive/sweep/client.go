package sweep

import (
	"context"
	"io"
	"net/http"
	"net/url"
)

type Client struct {
	base string
	http *http.Client
}

func NewClient(base string) *Client {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConnsPerHost = 10
	return &Client{base: base, http: &http.Client{Transport: t}}
}

func (c *Client) open(ctx context.Context, path string) (io.ReadCloser, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+path, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

// Copy passes a site's archive on as it comes.
func (c *Client) Copy(ctx context.Context, w io.Writer, site string) (int64, error) {
	body, err := c.open(ctx, "/drip?ms=150&site="+url.QueryEscape(site))
	if err != nil {
		return 0, err
	}
	defer body.Close()
	return io.Copy(w, body)
}

func (c *Client) Latest(ctx context.Context, w io.Writer, site string) error {
	body, err := c.open(ctx, "/sweep/"+url.PathEscape(site))
	if err != nil {
		return err
	}
	defer body.Close()
	_, err = io.Copy(w, body)
	return err
}
