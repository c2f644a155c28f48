package edge

import (
	"crypto/tls"
	"net/http"
	"net/http/httputil"
	"net/url"
	"sync/atomic"
	"time"
)

type proxy struct {
	backends []*httputil.ReverseProxy
	next     uint64
}

// New balances over the backends.
func New(urls ...string) (http.Handler, error) {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConnsPerHost = 64
	t.ResponseHeaderTimeout = 10 * time.Second
	t.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
	p := &proxy{}
	for _, s := range urls {
		u, err := url.Parse(s)
		if err != nil {
			return nil, err
		}
		rp := httputil.NewSingleHostReverseProxy(u)
		rp.Transport = t
		rp.FlushInterval = 50 * time.Millisecond
		p.backends = append(p.backends, rp)
	}
	return p, nil
}

func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n := atomic.AddUint64(&p.next, 1)
	p.backends[n%uint64(len(p.backends))].ServeHTTP(w, r)
}

// Limit allows so many at once.
func Limit(n int, h http.Handler) http.Handler {
	sem := make(chan struct{}, n)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case sem <- struct{}{}:
			defer func() { <-sem }()
			h.ServeHTTP(w, r)
		default:
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
}

type recorder struct {
	http.ResponseWriter
	code int
}

func (r *recorder) WriteHeader(c int) { r.code = c; r.ResponseWriter.WriteHeader(c) }
func (r *recorder) Flush()            { r.ResponseWriter.(http.Flusher).Flush() }

var served [6]int64

// AccessLog counts by class of status.
func AccessLog(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec := &recorder{w, 200}
		h.ServeHTTP(rec, r)
		atomic.AddInt64(&served[rec.code/100], 1)
	})
}
