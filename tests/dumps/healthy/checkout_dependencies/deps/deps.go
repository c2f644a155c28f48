package deps

import (
	"context"
	"io"
	"net/http"
	"time"

	"github.com/gomodule/redigo/redis"
)

// Stock is the stock service, which allows few connections.
type Stock struct {
	url string
	c   *http.Client
}

// NewStock makes its client.
func NewStock(url string, conns int) *Stock {
	return &Stock{url, &http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{MaxConnsPerHost: conns, MaxIdleConnsPerHost: conns, IdleConnTimeout: time.Minute}}}
}

// Reserve reserves.
func (s *Stock) Reserve(ctx context.Context, sku string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url+"/slow?ms=90&sku="+sku, nil)
	if err != nil {
		return err
	}
	resp, err := s.c.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// Carts are in Redis.
type Carts struct{ pool *redis.Pool }

// NewCarts makes the pool.
func NewCarts(addr string, size int) *Carts {
	return &Carts{&redis.Pool{MaxActive: size, MaxIdle: size, Wait: true,
		DialContext: func(ctx context.Context) (redis.Conn, error) { return redis.DialContext(ctx, "tcp", addr) }}}
}

// Touch waits for the cart's lock, 100 ms at most.
func (c *Carts) Touch(ctx context.Context, id string) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	conn, err := c.pool.GetContext(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	_, err = redis.DoWithTimeout(conn, time.Second, "BLPOP", "lock:"+id, "0.1")
	if err == redis.ErrNil {
		return nil
	}
	return err
}
