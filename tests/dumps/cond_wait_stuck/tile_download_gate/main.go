package main

import (
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"

	"cartouche.ch/tiles/gate"
	"cartouche.ch/tiles/internal/ops"
)

type mirror struct {
	gate *gate.Gate
	mu   sync.Mutex
	got  map[string]int
}

func (m *mirror) fetch(w http.ResponseWriter, r *http.Request) {
	tile := r.URL.Query().Get("tile")
	m.gate.Enter()
	defer m.gate.Leave()
	time.Sleep(80 * time.Millisecond) // the tile comes from the archive's tape
	m.mu.Lock()
	m.got[tile]++
	m.mu.Unlock()
	fmt.Fprintln(w, tile)
}

func (m *mirror) resize(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.URL.Query().Get("n"))
	m.gate.Resize(n)
}

func (m *mirror) sweep() {
	for range time.NewTicker(2 * time.Second).C {
		m.mu.Lock()
		for k := range m.got {
			delete(m.got, k)
		}
		m.mu.Unlock()
	}
}

func main() {
	m := &mirror{gate: gate.New(3), got: map[string]int{}}
	go m.sweep()
	mux := http.NewServeMux()
	mux.HandleFunc("/tile", m.fetch)
	mux.HandleFunc("/resize", m.resize)
	ops.Start(mux)
	ops.Wait()
}
