// Package bank asks the bank for exchange rates.
package bank

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
)

// Client is shared by all requests.
type Client struct{ base string }

func New(base string) *Client { return &Client{base} }

// Rate is what one euro costs.
func (c *Client) Rate(currency string) (float64, error) {
	// BUG: http.DefaultClient waits for the answer for ever, and the bank's server hangs now and then.
	resp, err := http.Get(c.base + "/hang?currency=" + url.QueryEscape(currency))
	if err != nil {
		return 0, fmt.Errorf("bank: %w", err)
	}
	defer resp.Body.Close()
	var answer struct{ Rate float64 }
	err = json.NewDecoder(resp.Body).Decode(&answer)
	return answer.Rate, err
}
