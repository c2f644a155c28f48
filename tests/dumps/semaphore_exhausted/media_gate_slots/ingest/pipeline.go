package ingest

import (
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"log"
	"time"

	"stash.kinova.tv/media/ingestd/limits"
)

var errNoVideoTrack = errors.New("no video track")

// Asset is a file that an editor sent.
type Asset struct {
	ID     string
	Tracks int
}

// Pipeline makes renditions.
type Pipeline struct {
	*limits.Gate
	done chan string
}

func NewPipeline(width int) *Pipeline {
	return &Pipeline{Gate: limits.NewGate("transcode", width), done: make(chan string, 256)}
}

// Submit returns at once; the renditions appear later.
func (p *Pipeline) Submit(a Asset) {
	go p.run(a)
}

func (p *Pipeline) run(a Asset) {
	if err := p.transcode(a); err != nil {
		log.Printf("asset %s: %v", a.ID, err)
		return
	}
	p.done <- a.ID
}

func (p *Pipeline) transcode(a Asset) error {
	p.Enter()
	if err := probe(a); err != nil {
		return fmt.Errorf("probe: %w", err)
	}
	defer p.Leave()
	var out bytes.Buffer
	w, _ := flate.NewWriter(&out, flate.BestSpeed)
	w.Write(bytes.Repeat([]byte(a.ID), 2000))
	return w.Close()
}

func probe(a Asset) error {
	time.Sleep(2 * time.Millisecond)
	if a.Tracks == 0 {
		return errNoVideoTrack
	}
	return nil
}

// Report is the loop that tells the catalogue what is ready.
func (p *Pipeline) Report() {
	for id := range p.done {
		log.Printf("ready: %s", id)
	}
}
