package main

import (
	"context"
	"fmt"
	"math/rand"
	"net/http"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"shardd/internal/ops"
)

type store struct {
	mu   sync.Mutex
	held map[string]string
}

func (s *store) tryAcquire(key, who string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if h, ok := s.held[key]; ok && h != who {
		return false
	}
	s.held[key] = who
	return true
}

type elector struct {
	*store
	shard, id string
	lead      func(ctx context.Context)
}

func (e *elector) run(ctx context.Context) {
	for {
		if e.tryAcquire(e.shard, e.id) {
			e.reign(ctx)
		}
		select {
		case <-time.After(5*time.Second + time.Duration(rand.Intn(1000))*time.Millisecond):
		case <-ctx.Done():
			return
		}
	}
}

func (e *elector) reign(ctx context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go e.lead(ctx)
	renew := time.NewTicker(3 * time.Second)
	defer renew.Stop()
	for {
		select {
		case <-renew.C:
			if !e.tryAcquire(e.shard, e.id) {
				return
			}
		case <-ctx.Done():
			return
		}
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	st := &store{held: map[string]string{}}
	for i := 0; i < ops.Count(32); i++ {
		if i%4 == 0 {
			st.held[fmt.Sprint("shard-", i)] = "other"
		}
		e := &elector{st, fmt.Sprint("shard-", i), "me", func(ctx context.Context) { <-ctx.Done() }}
		go e.run(ctx)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/shards", func(w http.ResponseWriter, r *http.Request) {})
	ops.Start(mux)
	<-ctx.Done()
}
