package warm

import (
	"context"
	"io"
	"net/http"
	"sync"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/singleflight"
)

// Loader loads one key.
type Loader func(ctx context.Context, key string) ([]byte, error)

// HTTP loads over HTTP.
func HTTP(url string) Loader {
	return func(ctx context.Context, key string) ([]byte, error) {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url+"&key="+key, nil)
		if err != nil {
			return nil, err
		}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			return nil, err
		}
		defer resp.Body.Close()
		return io.ReadAll(resp.Body)
	}
}

// Cache holds what was loaded.
type Cache struct {
	load Loader
	sf   singleflight.Group
	mu   sync.RWMutex
	m    map[string][]byte
}

// New makes a cache.
func New(l Loader) *Cache { return &Cache{load: l, m: map[string][]byte{}} }

// Get loads at most once.
func (c *Cache) Get(ctx context.Context, key string) ([]byte, error) {
	c.mu.RLock()
	b, ok := c.m[key]
	c.mu.RUnlock()
	if ok {
		return b, nil
	}
	v, err, _ := c.sf.Do(key, func() (any, error) {
		b, err := c.load(ctx, key)
		if err == nil {
			c.mu.Lock()
			c.m[key] = b
			c.mu.Unlock()
		}
		return b, err
	})
	if err != nil {
		return nil, err
	}
	return v.([]byte), nil
}

// Fill loads all keys.
func (c *Cache) Fill(ctx context.Context, keys []string, parallel int) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(parallel)
	for _, k := range keys {
		k := k
		g.Go(func() error { _, err := c.Get(ctx, k); return err })
	}
	return g.Wait()
}

func (c *Cache) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b, err := c.Get(r.Context(), "menu-1")
	if err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
	w.Write(b)
}
