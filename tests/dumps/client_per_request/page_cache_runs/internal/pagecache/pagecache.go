// Package pagecache renders a site with a cache per rendering run.
//
// In github.com/allegro/bigcache 1.1.0 each cache starts a goroutine that looks for entries to evict, and nothing ends
// it. https://github.com/allegro/bigcache/issues/82
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
		defer c.Reset() // drops the entries; the goroutine stays
		_ = c.Set("/", []byte("<html>"))
		fmt.Fprintln(w, c.Len())
	})
}
