// Package feed tells the feeders of a hatchery what to give.
package feed

import (
	"log"
	"sync"
)

// Portion is for one pond.
type Portion struct {
	Pond  string
	Grams int
}

// Consumers take portions until their queue is closed.
type Consumers struct {
	queue chan Portion
	wg    sync.WaitGroup
	mu    sync.Mutex
	given map[string]int
}

// New has none yet.
func New(room int) *Consumers {
	return &Consumers{queue: make(chan Portion, room), given: map[string]int{}}
}

// Start starts n of them.
func (c *Consumers) Start(n int) {
	for i := 0; i < n; i++ {
		c.wg.Add(1)
		go c.consume()
	}
}

func (c *Consumers) consume() {
	defer c.wg.Done()
	for p := range c.queue {
		c.mu.Lock()
		c.given[p.Pond] += p.Grams
		c.mu.Unlock()
	}
}

// Give queues a portion.
func (c *Consumers) Give(p Portion) { c.queue <- p }

// Finish lets them end when the queue is empty.
func (c *Consumers) Finish() { close(c.queue) }

// Wait returns when all have ended.
func (c *Consumers) Wait() {
	c.wg.Wait()
	log.Printf("feed: %d ponds were fed", len(c.given))
}
