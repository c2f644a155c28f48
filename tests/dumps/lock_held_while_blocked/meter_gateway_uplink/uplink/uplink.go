// Package uplink collects readings and hands full batches to the radio.
package uplink

import (
	"errors"
	"log"
	"sync"
)

type Reading struct {
	Meter     string
	WattHours int
}

type Options struct {
	Batch, Queue int
}

type Gateway struct {
	opts    Options
	mu      sync.Mutex
	pending []Reading
	batches chan []Reading
}

func New(opts Options) *Gateway {
	return &Gateway{opts: opts, batches: make(chan []Reading, opts.Queue)}
}

func (g *Gateway) Start() { go g.transmit() }

var errRadio = errors.New("radio: negative reading in frame")

func (g *Gateway) transmit() {
	for batch := range g.batches {
		if err := g.frame(batch); err != nil {
			log.Printf("uplink stopped: %v", err)
			return
		}
	}
}

func (g *Gateway) frame(batch []Reading) error {
	for _, r := range batch {
		if r.WattHours < 0 {
			return errRadio
		}
	}
	return nil
}

// Add keeps a reading until a batch is full.
func (g *Gateway) Add(r Reading) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.pending = append(g.pending, r)
	if len(g.pending) >= g.opts.Batch {
		g.flush()
	}
}

func (g *Gateway) flush() {
	batch := g.pending
	g.pending = nil
	g.batches <- batch
}

func (g *Gateway) Pending() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return len(g.pending)
}
