// Package wco speaks to the tariff service of the customs organisation.
package wco

import (
	"encoding/xml"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"
)

// Duty is the rate of one commodity code.
type Duty struct {
	Code    string  `xml:"code" json:"code"`
	Percent float64 `xml:"percent" json:"percent"`
}

// Client is safe for use by many goroutines.
type Client struct {
	base string
	http *http.Client
}

func NewClient(base string, header time.Duration) *Client {
	dialer := &net.Dialer{Timeout: 2 * time.Second}
	return &Client{base: base, http: &http.Client{Transport: &http.Transport{
		DialContext:           dialer.DialContext,
		MaxIdleConnsPerHost:   16,
		IdleConnTimeout:       time.Minute,
		ResponseHeaderTimeout: header,
	}}}
}

// Fetch asks for the duty of one code.
func (c *Client) Fetch(code string) (*Duty, error) {
	req, err := http.NewRequest(http.MethodGet, c.base+"/tariff/"+code, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Accept", "application/xml")
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, fmt.Errorf("tariff %s: %w", code, err)
	}
	if kind := resp.Header.Get("Content-Type"); !strings.HasPrefix(kind, "application/xml") {
		return nil, fmt.Errorf("tariff %s: answer is %s", code, kind)
	}
	defer resp.Body.Close()
	duty := new(Duty)
	return duty, xml.NewDecoder(resp.Body).Decode(duty)
}

// Ping keeps one connection warm.
func (c *Client) Ping() error {
	resp, err := c.http.Head(c.base + "/ok")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
