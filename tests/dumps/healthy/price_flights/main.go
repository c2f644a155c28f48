package main

import (
	"context"
	"io"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"
)

type cache struct {
	mu     sync.RWMutex
	rows   map[string]row
	group  singleflight.Group
	client *http.Client
	stats  struct {
		sync.Mutex
		hit, miss int
	}
}

type row struct {
	body []byte
	till time.Time
}

func (c *cache) count(hit bool) {
	c.stats.Lock()
	defer c.stats.Unlock()
	if hit {
		c.stats.hit++
	} else {
		c.stats.miss++
	}
}

func (c *cache) get(ctx context.Context, key string) ([]byte, error) {
	c.mu.RLock()
	r, ok := c.rows[key]
	c.mu.RUnlock()
	if ok && time.Now().Before(r.till) {
		c.count(true)
		return r.body, nil
	}
	c.count(false)
	v, err, _ := c.group.Do(key, func() (any, error) {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		req, err := http.NewRequestWithContext(ctx, "GET", os.Getenv("UPSTREAM")+"/slow?ms=700", nil)
		if err != nil {
			return nil, err
		}
		resp, err := c.client.Do(req)
		if err != nil {
			return nil, err
		}
		defer resp.Body.Close()
		body, err := io.ReadAll(resp.Body)
		if err == nil {
			c.mu.Lock()
			c.rows[key] = row{body, time.Now().Add(100 * time.Millisecond)}
			c.mu.Unlock()
		}
		return body, err
	})
	if err != nil {
		return nil, err
	}
	return v.([]byte), nil
}

func main() {
	c := &cache{rows: map[string]row{}, client: &http.Client{Timeout: 3 * time.Second}}
	http.HandleFunc("/price", func(w http.ResponseWriter, r *http.Request) {
		b, err := c.get(r.Context(), r.FormValue("sku"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusGatewayTimeout)
			return
		}
		w.Write(b)
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
