package partner

import (
	"crypto/tls"
	"net"
	"net/http"
	"time"

	"gitlab.kontor.example/freight/quotes/internal/config"
)

type Middleware func(http.RoundTripper) http.RoundTripper

type Builder struct {
	UserAgent string
	Extra     []Middleware
}

// Build returns a client that speaks for this tenant.
func (b Builder) Build(c config.Carrier) *Client {
	var rt http.RoundTripper = &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           (&net.Dialer{Timeout: 2 * time.Second, KeepAlive: 15 * time.Second}).DialContext,
		TLSClientConfig:       &tls.Config{MinVersion: tls.VersionTLS12},
		TLSHandshakeTimeout:   3 * time.Second,
		ResponseHeaderTimeout: 3 * time.Second,
		MaxIdleConnsPerHost:   16,
	}
	for _, m := range append([]Middleware{apiKey(c.APIKey), agent(b.UserAgent)}, b.Extra...) {
		rt = m(rt)
	}
	return &Client{base: c.BaseURL, http: &http.Client{Transport: rt, Timeout: c.Timeout}}
}

type roundTripperFunc func(*http.Request) (*http.Response, error)

func (f roundTripperFunc) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func apiKey(key string) Middleware {
	return func(next http.RoundTripper) http.RoundTripper {
		return roundTripperFunc(func(r *http.Request) (*http.Response, error) {
			r = r.Clone(r.Context())
			r.Header.Set("X-Api-Key", key)
			return next.RoundTrip(r)
		})
	}
}

func agent(name string) Middleware {
	return func(next http.RoundTripper) http.RoundTripper {
		return roundTripperFunc(func(r *http.Request) (*http.Response, error) {
			r.Header.Set("User-Agent", name)
			return next.RoundTrip(r)
		})
	}
}
