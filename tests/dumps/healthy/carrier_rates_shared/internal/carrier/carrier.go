// Package carrier talks to a carrier, which is sometimes busy.
package carrier

import (
	"context"
	"io"
	"net/http"
	"net/url"

	"github.com/hashicorp/go-retryablehttp"
)

// Carrier is where prices come from.
type Carrier struct {
	client *retryablehttp.Client
	url    string
}

// New returns the carrier at url.
func New(url string) *Carrier { return &Carrier{newClient(), url} }

func newClient() *retryablehttp.Client {
	client := retryablehttp.NewClient()
	client.RetryMax = 2
	client.Logger = nil
	return client
}

// Quote asks what a parcel costs.
func (c *Carrier) Quote(ctx context.Context, parcel string) (string, error) {
	address := c.url + "/rates?parcel=" + url.QueryEscape(parcel)
	request, err := retryablehttp.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return "", err
	}
	response, err := c.client.Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	return string(body), err
}
