package sweep

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"time"
)

type Sweep struct {
	Path  string `json:"path"`
	Stock int    `json:"stock"`
}

type Client struct {
	base string
	http *http.Client
}

func NewClient(base string, timeout time.Duration) *Client {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConnsPerHost = 8
	return &Client{base: base, http: &http.Client{Transport: t, Timeout: timeout}}
}

func (c *Client) Latest(ctx context.Context, site string) (*Sweep, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+"/sweep/"+url.PathEscape(site), nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var s Sweep
	return &s, json.NewDecoder(resp.Body).Decode(&s)
}

// Alive asks for a site's archive and looks at the answer's status only.
func (c *Client) Alive(site string) string {
	resp, err := http.Get(c.base + "/big?site=" + url.QueryEscape(site))
	if err != nil {
		return err.Error()
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Sprintf("%s: %s", site, resp.Status)
	}
	return "alive"
}
