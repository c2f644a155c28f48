// Package geo asks the partner for coordinates.
package geo

import (
	"context"
	"hash/fnv"
	"time"
)

type Limiter interface{ Wait(context.Context) error }

type Client struct{ limit Limiter }

func NewClient(l Limiter) *Client { return &Client{l} }

func (c *Client) Locate(ctx context.Context, address string) (uint32, error) {
	if err := c.limit.Wait(ctx); err != nil {
		return 0, err
	}
	time.Sleep(5 * time.Millisecond)
	h := fnv.New32()
	h.Write([]byte(address))
	return h.Sum32(), nil
}
