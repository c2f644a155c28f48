package main

import (
	"context"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"volta.energy/collector/agent"
	"volta.energy/collector/internal/ops"
)

type counter struct{ n int64 }

func (c *counter) Put(agent.Reading) { atomic.AddInt64(&c.n, 1) }

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	shared := &http.Client{Timeout: 4 * time.Second, Transport: &http.Transport{
		MaxIdleConnsPerHost: 10, IdleConnTimeout: 30 * time.Second,
	}}
	agents := make([]*agent.Agent, ops.Count(20))
	sink := new(counter)
	for site := range agents {
		agents[site] = agent.Start(ctx, site, ops.Upstream(false), sink, agent.WithClient(shared))
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/command", func(w http.ResponseWriter, r *http.Request) {
		if site, err := strconv.Atoi(r.FormValue("site")); err == nil && site < len(agents) {
			agents[site].Command("flush")
		}
	})
	ops.Start(mux)
	ops.Wait()
}
