package geo

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"net/http"
	"net/url"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

func newClient() *retryablehttp.Client {
	c := retryablehttp.NewClient()
	c.RetryMax = 4
	c.RetryWaitMin = 50 * time.Millisecond
	c.Logger = nil
	c.HTTPClient.Transport.(*http.Transport).TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
	return c
}

// Distance asks the matrix service.
func Distance(ctx context.Context, base, from, to string) (int, error) {
	q := url.Values{"from": {from}, "to": {to}}
	req, err := retryablehttp.NewRequestWithContext(ctx, http.MethodGet, base+"/matrix?"+q.Encode(), nil)
	if err != nil {
		return 0, err
	}
	resp, err := newClient().Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	var out struct{ Stock int }
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out.Stock, err
}
