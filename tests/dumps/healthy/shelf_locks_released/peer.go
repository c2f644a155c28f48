package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

// agent is as much of a Consul agent as a lock asks for: whoever asks first has it.
type agent struct {
	mu   sync.Mutex
	held map[string]bool
}

func servePeer(listener net.Listener) error {
	return http.Serve(listener, &agent{held: make(map[string]bool)})
}

func (a *agent) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Consul-Index", "7")
	key, query := strings.TrimPrefix(r.URL.Path, "/v1/kv/"), r.URL.Query()
	switch {
	case strings.HasPrefix(r.URL.Path, "/v1/session/renew/"):
		io.WriteString(w, `[{"ID": "adf4238a", "TTL": "15s"}]`)
	case strings.HasPrefix(r.URL.Path, "/v1/session/create"):
		io.WriteString(w, `{"ID": "adf4238a"}`)
	case r.Method == http.MethodPut:
		a.set(key, query.Has("acquire"))
		io.WriteString(w, "true")
	case !a.holds(key) && query.Get("index") == "":
		w.WriteHeader(http.StatusNotFound)
	default: // with an index the answer comes when something has changed, or late
		for range 200 {
			if query.Get("index") == "" || !a.holds(key) {
				break
			}
			time.Sleep(100 * time.Millisecond)
		}
		session := ""
		if a.holds(key) {
			session = "adf4238a"
		}
		fmt.Fprintf(w, `[{"Key": %q, "Session": %q, "Flags": 3304740253564472344}]`, key, session)
	}
}

func (a *agent) set(key string, held bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.held[key] = held
}

func (a *agent) holds(key string) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.held[key]
}
