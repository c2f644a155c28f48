package main

import (
	"context"
	"errors"
	"log"
	"sync"
	"time"

	"harbour.nl/berths/portauth"
)

// planner retries the permits that were refused, a few times and not for ever.
type planner struct {
	authority *portauth.Client
	queue     chan string
	mu        sync.Mutex
	refused   map[string]int
}

func newPlanner(a *portauth.Client) *planner {
	p := &planner{authority: a, queue: make(chan string, 256), refused: map[string]int{}}
	go p.run()
	return p
}

func (p *planner) run() {
	for berth := range p.queue {
		p.reconcile(berth)
	}
}

func (p *planner) reconcile(berth string) {
	for try := 0; try < 2; try++ {
		err := p.authority.Permit(context.Background(), berth)
		var refusal *portauth.Refusal
		if !errors.As(err, &refusal) {
			return
		}
		p.mu.Lock()
		p.refused[berth]++
		p.mu.Unlock()
		time.Sleep(5 * time.Millisecond)
	}
	log.Printf("berth %s: no permit", berth)
}
