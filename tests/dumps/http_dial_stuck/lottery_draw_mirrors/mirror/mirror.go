// Package mirror copies draws to the mirrors of the shops.
package mirror

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"sync"
)

type Draw struct {
	ID      string
	Numbers [6]int
}

type Fleet struct {
	targets []string
	client  *http.Client
}

func NewFleet(targets ...string) *Fleet {
	return &Fleet{targets: targets, client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 8}}}
}

// Push sends a draw to all mirrors and returns the first error.
func (f *Fleet) Push(ctx context.Context, d Draw) error {
	body, err := json.Marshal(d)
	if err != nil {
		return err
	}
	errs := make(chan error, len(f.targets))
	var wg sync.WaitGroup
	for _, t := range f.targets {
		wg.Add(1)
		go func(target string) {
			defer wg.Done()
			errs <- f.post(ctx, target, body)
		}(t)
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func (f *Fleet) post(ctx context.Context, target string, body []byte) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, target+"/draws", bytes.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := f.client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
