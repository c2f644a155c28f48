package main

import (
	"encoding/json"
	"net/http"
	"sync"

	"ferry.example/agents/agent"
	"ferry.example/agents/internal/ops"
)

// directory keeps one client for each of the six ports.
type directory struct {
	base    string
	mu      sync.RWMutex
	clients map[string]*agent.Client
}

func (d *directory) client(port string) *agent.Client {
	d.mu.RLock()
	c := d.clients[port]
	d.mu.RUnlock()
	if c != nil {
		return c
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if c = d.clients[port]; c == nil {
		c = agent.NewClient(d.base, agent.WithPort(port))
		d.clients[port] = c
	}
	return c
}

func (d *directory) manifest(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	port := q.Get("vessel")
	slot, err := d.client(string(port[len(port)-1]%6+'A')).Slots(r.Context(), port)
	if err != nil {
		http.Error(w, err.Error(), 502)
		return
	}
	json.NewEncoder(w).Encode(slot)
}

func main() {
	d := &directory{base: ops.Upstream(false), clients: map[string]*agent.Client{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/manifest", d.manifest)
	ops.Start(mux)
	ops.Wait()
}
