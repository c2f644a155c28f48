// Package insurer asks whether a prescription is covered.
package insurer

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"time"
)

type Answer struct {
	Covered bool `json:"covered"`
}

type Client struct {
	base string
	http *http.Client
}

func NewClient(base string) *Client {
	return &Client{base: base, http: &http.Client{Timeout: 8 * time.Second, Transport: &http.Transport{
		MaxConnsPerHost: 10, MaxIdleConnsPerHost: 10, IdleConnTimeout: time.Minute}}}
}

func (c *Client) Covered(ctx context.Context, prescription string) (Answer, error) {
	var a Answer
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+"/slow?ms=2500&p="+prescription, nil)
	if err != nil {
		return a, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return a, err
	}
	defer func() {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}()
	if resp.StatusCode != http.StatusOK {
		return a, errors.New(resp.Status)
	}
	return a, json.NewDecoder(resp.Body).Decode(&a)
}
