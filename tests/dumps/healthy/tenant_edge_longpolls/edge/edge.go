// Package edge forwards requests by the first word of their path.
package edge

import (
	"crypto/tls"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strings"
	"time"
)

type Edge struct {
	tenants map[string]*httputil.ReverseProxy
	hits    map[string]int
}

// New makes the proxies; they share one Transport, which is made for many connections.
func New(backends map[string]string) (*Edge, error) {
	transport := &http.Transport{
		MaxIdleConns:        256,
		MaxIdleConnsPerHost: 128,
		IdleConnTimeout:     2 * time.Minute,
		TLSClientConfig:     &tls.Config{InsecureSkipVerify: true},
		ForceAttemptHTTP2:   true,
	}
	e := &Edge{tenants: make(map[string]*httputil.ReverseProxy)}
	for name, base := range backends {
		target, err := url.Parse(base)
		if err != nil {
			return nil, err
		}
		p := httputil.NewSingleHostReverseProxy(target)
		p.Transport, p.FlushInterval = transport, 100*time.Millisecond
		e.tenants[name] = p
	}
	return e, nil
}

func (e *Edge) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, rest, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	p, ok := e.tenants[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	forwarded := r.Clone(r.Context())
	forwarded.URL.Path = "/" + rest
	p.ServeHTTP(w, forwarded)
}
