package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"pegel.nl/tide/internal/ops"
)

type level struct {
	gauge string
	cm    int
	at    time.Time
}

type follower struct {
	gauge  string
	levels chan level
	reset  chan struct{}
	max    int
}

func (f *follower) run() {
	for {
		select {
		case l := <-f.levels:
			if l.cm > f.max {
				f.max = l.cm
			}
		case <-f.reset:
			f.max = 0
		}
	}
}

type coast struct {
	mu        sync.Mutex
	followers map[string]*follower
}

// follow replaces whoever followed the gauge.
func (c *coast) follow(gauge string) *follower {
	f := &follower{gauge: gauge, levels: make(chan level), reset: make(chan struct{})}
	c.mu.Lock()
	c.followers[gauge] = f
	c.mu.Unlock()
	go f.run()
	return f
}

func (c *coast) handle(w http.ResponseWriter, r *http.Request) {
	f := c.follow("hoek")
	for i := 0; i < 3; i++ {
		f.levels <- level{gauge: f.gauge, cm: 80 + i, at: time.Now()}
	}
	fmt.Fprintln(w, f.gauge)
}

func main() {
	c := &coast{followers: map[string]*follower{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/calibrate", c.handle)
	ops.Start(mux)
	ops.Wait()
}
