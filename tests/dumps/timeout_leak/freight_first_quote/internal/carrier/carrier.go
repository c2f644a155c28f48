package carrier

import (
	"context"
	"math/rand"
	"time"
)

type Quote struct {
	Carrier string
	Cents   int64
}

type Client struct {
	Name string
	Lag  time.Duration
}

func (c *Client) Quote(ctx context.Context, weight int) (Quote, error) {
	t := time.NewTimer(c.Lag + time.Duration(rand.Intn(20))*time.Millisecond)
	defer t.Stop()
	select {
	case <-t.C:
		return Quote{c.Name, int64(weight) * 120}, nil
	case <-ctx.Done():
		return Quote{}, ctx.Err()
	}
}
