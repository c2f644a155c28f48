package table

import (
	"sync"
	"time"
)

// cutter drives one table; its blades work at the same time.
type cutter struct {
	mu     sync.Mutex
	pieces int
	waste  float64
	feed   time.Duration
}

// start puts a blade to work on a bolt.
func (c *cutter) start(wg *sync.WaitGroup, bolt int) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		time.Sleep(c.feed) // the bolt runs through
		c.mu.Lock()
		defer c.mu.Unlock()
		c.pieces += 24
		c.waste += float64(bolt%3) / 10
	}()
}
