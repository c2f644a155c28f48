// Package pagecache renders a site with a cache per rendering run.
//
// With github.com/allegro/bigcache 1.2.1 the goroutine of a cache ends with Close:
// https://github.com/allegro/bigcache/issues/82
package pagecache

import (
	"fmt"
	"net/http"
	"time"

	"github.com/allegro/bigcache"
)

// Service answers the requests.
type Service struct{}

// New returns the service.
func New() (*Service, error) { return &Service{}, nil }

// Routes adds the service's paths to mux.
func (s *Service) Routes(mux *http.ServeMux) {
	mux.HandleFunc("/render", func(w http.ResponseWriter, r *http.Request) {
		cfg := bigcache.DefaultConfig(10 * time.Minute)
		cfg.CleanWindow = time.Minute
		cfg.Shards, cfg.MaxEntriesInWindow, cfg.MaxEntrySize, cfg.HardMaxCacheSize, cfg.Verbose = 4, 64, 64, 1, false
		c, err := bigcache.NewBigCache(cfg)
		if err != nil {
			http.Error(w, err.Error(), 500)
			return
		}
		defer c.Close()
		_ = c.Set("/", []byte("<html>"))
		fmt.Fprintln(w, c.Len())
	})
}
