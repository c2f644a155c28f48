// Package ship sends batches of readings to the stores and keeps on disk what could not be sent.
package ship

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync"
	"time"
)

var errNoStore = errors.New("ship: no store is healthy")

type store struct {
	url   string
	bad   bool
	until time.Time
}

type Client struct {
	mu     sync.Mutex
	stores []*store
	next   int
	http   *http.Client
	dumper *Dumper
}

func NewClient(urls ...string) *Client {
	c := &Client{http: &http.Client{Timeout: 2 * time.Second}}
	for _, u := range urls {
		c.stores = append(c.stores, &store{url: u})
	}
	c.dumper = &Dumper{client: c}
	return c
}

func (c *Client) Dumper() *Dumper { return c.dumper }

// pick chooses the next store that is not marked as bad.
func (c *Client) pick() (*store, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for range c.stores {
		c.next = (c.next + 1) % len(c.stores)
		if s := c.stores[c.next]; !s.bad || time.Now().After(s.until) {
			return s, nil
		}
	}
	return nil, errNoStore
}

// Send posts a batch; one that no store takes goes to the dumper.
func (c *Client) Send(ctx context.Context, batch string) error {
	s, err := c.pick()
	if err == nil {
		err = c.post(ctx, s, batch)
	}
	if err != nil {
		c.giveUp(s, batch)
	}
	return err
}

func (c *Client) post(ctx context.Context, s *store, batch string) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url, strings.NewReader(batch))
	if err != nil {
		return err
	}
	answer, err := c.http.Do(r)
	if err != nil {
		return err
	}
	return answer.Body.Close()
}

// giveUp marks the store and hands the batch over to the dumper.
func (c *Client) giveUp(s *store, batch string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if s != nil {
		s.bad, s.until = true, time.Now().Add(20*time.Millisecond)
	}
	c.dumper.Keep(batch)
}
