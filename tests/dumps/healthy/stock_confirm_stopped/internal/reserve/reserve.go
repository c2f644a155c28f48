// Package reserve has the warehouse confirm reservations.
package reserve

import (
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/cenkalti/backoff/v4"
)

// Desk asks the warehouse at a URL.
type Desk struct {
	url    string
	client http.Client
}

// New returns a desk for the warehouse at url.
func New(url string) *Desk { return &Desk{url, http.Client{Timeout: 2 * time.Second}} }

// Confirm asks until the warehouse has confirmed sku, more and more slowly.
func (d *Desk) Confirm(sku string) error {
	slower := backoff.NewExponentialBackOff(backoff.WithMaxInterval(time.Minute))
	ticker := backoff.NewTicker(slower)
	defer ticker.Stop()
	for range ticker.C {
		if d.confirmed(sku) {
			return nil
		}
	}
	return errors.New("the warehouse does not confirm " + sku)
}

func (d *Desk) confirmed(sku string) bool {
	answer, err := d.client.Get(d.url + "/ok?sku=" + sku)
	if err != nil {
		return false
	}
	defer answer.Body.Close()
	_, err = io.Copy(io.Discard, answer.Body)
	return err == nil && answer.StatusCode == http.StatusOK
}
