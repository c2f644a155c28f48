package crawl

import (
	"context"
	"io"
	"net"
	"net/http"
	"sync"
	"time"
)

// Options of a crawler.
type Options struct {
	Workers int
	Via     string
}

// Crawler checks links.
type Crawler struct {
	opt    Options
	client http.Client
}

// New makes one.
func New(o Options) *Crawler {
	d := &net.Dialer{Timeout: 5 * time.Second}
	return &Crawler{opt: o, client: http.Client{Timeout: 15 * time.Second, Transport: &http.Transport{
		MaxIdleConnsPerHost: 1, IdleConnTimeout: 2 * time.Minute,
		DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) { return d.DialContext(ctx, network, o.Via) },
	}}}
}

// Run checks all once and returns the bad ones.
func (c *Crawler) Run(ctx context.Context, urls []string) []string {
	work, bad := make(chan string), make(chan string)
	var wg sync.WaitGroup
	for i := 0; i < c.opt.Workers; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for u := range work {
				if !c.ok(ctx, u) {
					bad <- u
				}
			}
		}()
	}
	go func() {
		defer close(work)
		for _, u := range urls {
			work <- u
		}
	}()
	go func() { wg.Wait(); close(bad) }()
	var out []string
	for u := range bad {
		out = append(out, u)
	}
	return out
}

func (c *Crawler) ok(ctx context.Context, u string) bool {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		return false
	}
	resp, err := c.client.Do(req)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, io.LimitReader(resp.Body, 1<<20))
	return resp.StatusCode < 400
}
