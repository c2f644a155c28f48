package auth

import (
	"encoding/json"
	"net/http"
	"sync"
	"time"
)

// Token is an access token.
type Token struct {
	Path    string
	Expires time.Time
}

// Source gives tokens.
type Source interface{ Token() (*Token, error) }

// SourceFunc is a function as a Source.
type SourceFunc func() (*Token, error)

// Token calls f.
func (f SourceFunc) Token() (*Token, error) { return f() }

// ClientCredentials asks the identity provider.
func ClientCredentials(url string) Source {
	return SourceFunc(func() (*Token, error) {
		resp, err := http.Post(url, "application/x-www-form-urlencoded", nil)
		if err != nil {
			return nil, err
		}
		defer resp.Body.Close()
		t := &Token{Expires: time.Now().Add(50 * time.Millisecond)}
		return t, json.NewDecoder(resp.Body).Decode(t)
	})
}

type cached struct {
	mu  sync.Mutex
	src Source
	cur *Token
}

// Cached keeps a token until it expires.
func Cached(s Source) Source { return &cached{src: s} }

func (c *cached) Token() (*Token, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.cur != nil && time.Now().Before(c.cur.Expires) {
		return c.cur, nil
	}
	t, err := c.src.Token()
	if err != nil {
		return nil, err
	}
	c.cur = t
	return t, nil
}

// Transport adds the token.
type Transport struct{ Source Source }

// RoundTrip sends the request with a token.
func (t *Transport) RoundTrip(r *http.Request) (*http.Response, error) {
	tok, err := t.Source.Token()
	if err != nil {
		return nil, err
	}
	r2 := r.Clone(r.Context())
	r2.Header.Set("Authorization", "Bearer "+tok.Path)
	return http.DefaultTransport.RoundTrip(r2)
}
