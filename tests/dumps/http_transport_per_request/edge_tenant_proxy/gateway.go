package main

import (
	"crypto/tls"
	"log"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync/atomic"
	"time"
)

type route struct {
	target *url.URL
	verify bool
}

type table struct {
	base    string
	current atomic.Pointer[map[string]route]
}

func newTable(base string) *table {
	t := &table{base: base}
	t.load()
	return t
}

func (t *table) load() {
	u, _ := url.Parse(t.base)
	m := map[string]route{"default": {target: u}}
	t.current.Store(&m)
}

func (t *table) reload(every time.Duration) {
	for range time.Tick(every) {
		t.load()
	}
}

func (t *table) find(string) route { return (*t.current.Load())["default"] }

type gateway struct {
	routes *table
	logger *log.Logger
}

func (g *gateway) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	tenant, rest, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/t/"), "/")
	g.proxyFor(tenant, g.routes.find(tenant), "/"+rest).ServeHTTP(w, r)
}

// proxyFor prepares the proxy of a tenant; some run with certificates of their own.
func (g *gateway) proxyFor(tenant string, to route, path string) http.Handler {
	t := http.DefaultTransport.(*http.Transport).Clone() // BUG: on every request
	t.TLSClientConfig = &tls.Config{InsecureSkipVerify: !to.verify}
	t.IdleConnTimeout = 0
	t.ForceAttemptHTTP2 = true
	return &httputil.ReverseProxy{
		Transport: t,
		ErrorLog:  g.logger,
		Rewrite: func(p *httputil.ProxyRequest) {
			p.SetURL(to.target)
			p.Out.URL.Path = path
			p.Out.Header.Set("X-Tenant", tenant)
		},
	}
}
