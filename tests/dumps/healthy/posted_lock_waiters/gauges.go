package main

import (
	"sync"
	"time"
)

// Gauges keeps the last level of each gauge.
type Gauges struct {
	mu     sync.RWMutex
	levels map[string]float64
}

// Level takes no lock itself.
func (g *Gauges) Level(name string) float64 {
	if name == "" {
		return 0
	}
	return g.at(name)
}

//go:noinline
func (g *Gauges) at(name string) float64 {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return g.levels[name]
}

// load reads all levels again, under the lock.
func (g *Gauges) load() {
	g.mu.Lock()
	defer g.mu.Unlock()
	time.Sleep(2 * time.Second)
	g.levels = map[string]float64{"harbour": 4.2}
}

func readLevels() {
	gauges := &Gauges{}
	go gauges.load()
	time.Sleep(50 * time.Millisecond)
	go func() { println(gauges.Level("harbour")) }()
}
