// Package crm pushes contacts to the partner, at the pace that the partner allows.
package crm

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/cenkalti/backoff/v4"
	"golang.org/x/time/rate"
)

// Client of the partner's API.
type Client struct {
	http  *http.Client
	base  string
	pace  *rate.Limiter
	tries uint64
}

// New client: perSecond calls, four tries each.
func New(base string, perSecond float64) *Client {
	return &Client{
		http:  &http.Client{Timeout: 3 * time.Second},
		base:  base,
		pace:  rate.NewLimiter(rate.Limit(perSecond), 2),
		tries: 4,
	}
}

// Push sends one contact.
func (c *Client) Push(ctx context.Context, id string) error {
	policy := backoff.NewExponentialBackOff()
	policy.InitialInterval = 700 * time.Millisecond
	op := func() error {
		if err := c.pace.Wait(ctx); err != nil {
			return backoff.Permanent(err)
		}
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+"/contacts/"+id, nil)
		if err != nil {
			return backoff.Permanent(err)
		}
		resp, err := c.http.Do(req)
		if err != nil {
			return err
		}
		resp.Body.Close()
		return errors.New("conflict")
	}
	if err := backoff.Retry(op, backoff.WithContext(backoff.WithMaxRetries(policy, c.tries), ctx)); err != nil {
		return fmt.Errorf("contact %s: %w", id, err)
	}
	return nil
}
