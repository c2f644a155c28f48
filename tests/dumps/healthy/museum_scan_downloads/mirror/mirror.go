// Package mirror copies scans of the lender's archive into the museum's own.
package mirror

import (
	"context"
	"crypto/sha1"
	"fmt"
	"hash"
	"io"
	"log"
	"net/http"
	"sync"
)

type Job struct {
	ID  string
	URL string
}

type archive struct {
	mu    sync.Mutex
	sums  map[string]hash.Hash
	bytes int64
}

func (a *archive) writer(id string) io.Writer {
	a.mu.Lock()
	defer a.mu.Unlock()
	h := sha1.New()
	a.sums[id] = h
	return io.MultiWriter(h, a)
}

func (a *archive) Write(p []byte) (int, error) {
	a.mu.Lock()
	a.bytes += int64(len(p))
	a.mu.Unlock()
	return len(p), nil
}

type Mirror struct {
	client *http.Client
	queue  chan Job
	store  *archive
}

func Start(ctx context.Context, workers int) *Mirror {
	m := &Mirror{client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: workers}},
		queue: make(chan Job, 256), store: &archive{sums: map[string]hash.Hash{}}}
	for i := 0; i < workers; i++ {
		go m.work(ctx)
	}
	return m
}

func (m *Mirror) Submit(j Job) { m.queue <- j }

func (m *Mirror) work(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case j := <-m.queue:
			if err := m.copyOne(ctx, j); err != nil {
				log.Printf("scan %s: %v", j.ID, err)
			}
		}
	}
}

func (m *Mirror) copyOne(ctx context.Context, j Job) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, j.URL, nil)
	if err != nil {
		return err
	}
	resp, err := m.client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("status %s", resp.Status)
	}
	_, err = io.Copy(m.store.writer(j.ID), resp.Body)
	return err
}
