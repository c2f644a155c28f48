// Package httpx chains what we want around each outgoing call.
package httpx

import (
	"errors"
	"net/http"
	"time"
)

type Middleware func(http.RoundTripper) http.RoundTripper

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func Client(timeout time.Duration, chain ...Middleware) *http.Client {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConnsPerHost = 16
	var rt http.RoundTripper = t
	for i := len(chain) - 1; i >= 0; i-- {
		rt = chain[i](rt)
	}
	return &http.Client{Transport: rt, Timeout: timeout}
}

func Agent(name string) Middleware {
	return func(next http.RoundTripper) http.RoundTripper {
		return roundTrip(func(r *http.Request) (*http.Response, error) {
			r = r.Clone(r.Context())
			r.Header.Set("User-Agent", name)
			return next.RoundTrip(r)
		})
	}
}

// Expect makes an error of an answer that the check refuses.
func Expect(check func(*http.Response) bool) Middleware {
	return func(next http.RoundTripper) http.RoundTripper {
		return roundTrip(func(r *http.Request) (*http.Response, error) {
			resp, err := next.RoundTrip(r)
			if err != nil {
				return nil, err
			}
			if !check(resp) {
				return nil, errors.New("unexpected answer: " + resp.Header.Get("Content-Type"))
			}
			return resp, nil
		})
	}
}
