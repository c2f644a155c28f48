package xfer

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"math/rand"
	"net/http"
	"sync"
)

// Job is one transfer.
type Job func(ctx context.Context, m *Manager) error

// Manager runs transfers.
type Manager struct {
	base string
	hc   *http.Client
	mu   sync.Mutex
	done int64
}

// NewManager makes one.
func NewManager(base string) *Manager { return &Manager{base: base, hc: &http.Client{}} }

func (m *Manager) Write(p []byte) (int, error) {
	m.mu.Lock()
	m.done += int64(len(p))
	m.mu.Unlock()
	return len(p), nil
}

// Run runs all at once.
func (m *Manager) Run(ctx context.Context, jobs ...Job) error {
	errs := make([]error, len(jobs))
	var wg sync.WaitGroup
	for i, j := range jobs {
		wg.Add(1)
		go func() { defer wg.Done(); errs[i] = j(ctx, m) }()
	}
	wg.Wait()
	return errors.Join(errs...)
}

// Download reads a part.
func Download(path string) Job {
	return func(ctx context.Context, m *Manager) error {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, m.base+path, nil)
		if err != nil {
			return err
		}
		resp, err := m.hc.Do(req)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		_, err = io.Copy(m, resp.Body)
		return err
	}
}

type noise struct{ left int64 }

func (n *noise) Read(p []byte) (int, error) {
	if n.left <= 0 {
		return 0, io.EOF
	}
	rand.Read(p)
	n.left -= int64(len(p))
	return len(p), nil
}

// Upload packs and sends a part.
func Upload(path string) Job {
	return func(ctx context.Context, m *Manager) error {
		pr, pw := io.Pipe()
		go func() {
			z := gzip.NewWriter(pw)
			_, err := io.Copy(z, &noise{4 << 30})
			if err == nil {
				err = z.Close()
			}
			pw.CloseWithError(err)
		}()
		req, err := http.NewRequestWithContext(ctx, http.MethodPut, m.base+path, io.TeeReader(pr, m))
		if err != nil {
			return err
		}
		resp, err := m.hc.Do(req)
		if err != nil {
			return err
		}
		return resp.Body.Close()
	}
}
