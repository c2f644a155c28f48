package index

import (
	"fmt"
	"net/http"
	"time"

	"git.corp.local/search/reindexer/pkg/pool"
)

type Service struct{ Shards int }

func (s *Service) Reindex(tenant string) error {
	p := pool.New(pool.WithWorkers(4))
	for shard := 0; shard < s.Shards; shard++ {
		shard := shard
		p.Submit(func() error { return rebuild(tenant, shard) })
	}
	if errs := p.Wait(); len(errs) > 0 {
		return fmt.Errorf("%s: %d shards failed", tenant, len(errs))
	}
	return nil
}

func rebuild(string, int) error { time.Sleep(2 * time.Millisecond); return nil }

func (s *Service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := s.Reindex(r.URL.Query().Get("tenant")); err != nil {
		http.Error(w, err.Error(), 500)
	}
}
