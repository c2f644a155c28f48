package main

import (
	"net/http"
	"sync"
	"time"

	"skyline.aero/uplink/internal/ops"
	"skyline.aero/uplink/uplink"
)

type fleet struct {
	client *http.Client
	mu     sync.Mutex
	conns  map[string]*uplink.Conn
}

func (f *fleet) attach(w http.ResponseWriter, r *http.Request) {
	tail := r.URL.Query().Get("tail")
	c, err := uplink.Open(f.client, ops.Upstream(false)+"/hang")
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	f.mu.Lock()
	f.conns[tail] = c
	f.mu.Unlock()
	go f.listen(tail, c)
}

func (f *fleet) listen(tail string, c *uplink.Conn) {
	buf := make([]byte, 512)
	for {
		if _, err := c.Read(buf); err != nil {
			f.mu.Lock()
			delete(f.conns, tail)
			f.mu.Unlock()
			return
		}
	}
}

// alive closes a conn from which nothing was heard; each in its own goroutine, as closing may take long.
func (f *fleet) alive(tail string) {
	f.mu.Lock()
	c := f.conns[tail]
	delete(f.conns, tail)
	f.mu.Unlock()
	if c != nil {
		c.Close()
	}
}

func (f *fleet) check(every time.Duration) {
	for range time.NewTicker(every).C {
		f.mu.Lock()
		var tails []string
		for tail := range f.conns {
			tails = append(tails, tail)
		}
		f.mu.Unlock()
		for _, tail := range tails {
			go f.alive(tail)
		}
	}
}

func main() {
	f := &fleet{client: &http.Client{}, conns: map[string]*uplink.Conn{}}
	go f.check(700 * time.Millisecond)
	mux := http.NewServeMux()
	mux.HandleFunc("/attach", f.attach)
	ops.Start(mux)
	ops.Wait()
}
