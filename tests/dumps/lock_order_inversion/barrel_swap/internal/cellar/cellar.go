// Package cellar knows what every barrel holds.
package cellar

import (
	"log"
	"sync"
	"time"
)

// Barrel is one of them.
type Barrel struct {
	mu     sync.Mutex
	name   string
	litres int
}

func NewBarrel(name string, litres int) *Barrel {
	return &Barrel{name: name, litres: litres}
}

// Crew racks wine from one barrel into another.
type Crew struct {
	mu    sync.Mutex
	turns int
}

// Rack takes both barrels out of use, so that nobody draws from them meanwhile.
func (c *Crew) Rack(from, to *Barrel, litres int) {
	from.mu.Lock()
	defer from.mu.Unlock()
	rinse()
	to.mu.Lock() // racked the other way, this one is locked first
	defer to.mu.Unlock()
	from.litres -= litres
	to.litres += litres
	c.done()
	log.Printf("racked %d l from %s into %s", litres, from.name, to.name)
}

func (c *Crew) done() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.turns++
}

func rinse() { time.Sleep(30 * time.Millisecond) }
