package vu

import (
	"context"
	"io"
	"net/http"
	"sync"
	"time"
)

// Stats of a run.
type Stats struct {
	Requests, Errors int
	Worst            time.Duration
}

type sample struct {
	d   time.Duration
	err error
}

// Run is n virtual users until ctx ends.
func Run(ctx context.Context, n int, url string) Stats {
	c := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: n, DisableCompression: true}}
	samples := make(chan sample, n)
	var users sync.WaitGroup
	start := make(chan struct{})
	for i := 0; i < n; i++ {
		users.Add(1)
		go func() {
			defer users.Done()
			<-start
			user(ctx, c, url, samples)
		}()
	}
	close(start)
	go func() { users.Wait(); close(samples) }()
	var st Stats
	for s := range samples {
		st.Requests++
		if s.err != nil {
			st.Errors++
		}
		st.Worst = max(st.Worst, s.d)
	}
	return st
}

func user(ctx context.Context, c *http.Client, url string, out chan<- sample) {
	for ctx.Err() == nil {
		t := time.Now()
		err := hit(ctx, c, url)
		out <- sample{time.Since(t), err}
		select {
		case <-time.After(100 * time.Millisecond):
		case <-ctx.Done():
		}
	}
}

func hit(ctx context.Context, c *http.Client, url string) error {
	req, err := http.NewRequestWithContext(ctx, "GET", url, nil)
	if err != nil {
		return err
	}
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	return err
}
