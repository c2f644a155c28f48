package menus

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"
)

// Kitchens are reached over their own names; all resolve to the cluster's ingress.
func Kitchens(base string, n int) []string {
	u, _ := url.Parse(base)
	var out []string
	for i := 0; i < n; i++ {
		out = append(out, fmt.Sprintf("http://kitchen-%03d.mensa.internal:%s/ok", i, u.Port()))
	}
	return out
}

type Collector struct {
	client   *http.Client
	kitchens []string
	every    time.Duration
}

func NewCollector(kitchens []string, every time.Duration) *Collector {
	d := &net.Dialer{Timeout: 2 * time.Second}
	return &Collector{kitchens: kitchens, every: every, client: &http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{
		MaxIdleConnsPerHost: 4,
		IdleConnTimeout:     2 * time.Minute,
		DialContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			_, port, err := net.SplitHostPort(addr)
			if err != nil {
				return nil, err
			}
			return d.DialContext(ctx, network, "127.0.0.1:"+port)
		},
	}}}
}

func (c *Collector) Run(ctx context.Context) {
	t := time.NewTicker(c.every)
	defer t.Stop()
	for {
		if _, err := c.Ask(ctx); err != nil {
			log.Print("menus: ", err)
		}
		select {
		case <-t.C:
		case <-ctx.Done():
			return
		}
	}
}

// Ask asks all kitchens at once.
func (c *Collector) Ask(ctx context.Context) ([]string, error) {
	var wg sync.WaitGroup
	out := make([]string, len(c.kitchens))
	errs := make(chan error, len(c.kitchens))
	for i, u := range c.kitchens {
		wg.Add(1)
		go func(i int, u string) {
			defer wg.Done()
			body, err := c.one(ctx, u)
			if err != nil {
				errs <- err
				return
			}
			out[i] = body
		}(i, u)
	}
	wg.Wait()
	close(errs)
	return out, <-errs
}

func (c *Collector) one(ctx context.Context, u string) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		return "", err
	}
	resp, err := c.client.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	return string(b), err
}
