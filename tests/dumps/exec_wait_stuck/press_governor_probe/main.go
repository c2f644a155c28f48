// Command governor stops presses that lose their colours.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"sync"
	"time"

	"press.example/governor/internal/ops"
	"press.example/governor/probe"
)

type Reconciler struct {
	servers []*probe.ColourServer

	mu     sync.RWMutex
	latest map[string]*probe.Status
	ticks  int
}

// Tick probes all presses.
func (r *Reconciler) Tick() {
	for _, s := range r.servers {
		status, err := s.Probe()
		if err != nil {
			log.Print(err)
			continue
		}
		r.mu.Lock()
		r.latest[s.Press] = status
		r.mu.Unlock()
	}
	r.mu.Lock()
	r.ticks++
	r.mu.Unlock()
}

func (r *Reconciler) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	json.NewEncoder(w).Encode(r.latest)
}

func main() {
	r := &Reconciler{latest: map[string]*probe.Status{}, servers: []*probe.ColourServer{
		{Press: "offset", Script: "read x; echo ok"},
		{Press: "gravure", Script: "sleep 140 >/dev/null & read x; echo ok; read x"},
		{Press: "flexo", Script: "read x; echo no"},
	}}
	mux := http.NewServeMux()
	mux.Handle("/presses", r)
	ops.Start(mux)
	for {
		r.Tick()
		time.Sleep(2 * time.Second)
	}
}
