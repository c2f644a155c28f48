// Package crane books containers onto the yard's cranes.
package crane

import (
	"fmt"
	"log"
	"sort"
	"sync"
)

type Container struct {
	ID     string
	Tonnes int
}

type Crane struct {
	name  string
	limit int

	mu    sync.RWMutex
	load  []Container
	total int
}

func New(name string, limit int) *Crane { return &Crane{name: name, limit: limit} }

// String is what the log shows of a crane.
func (c *Crane) String() string {
	return fmt.Sprintf("%s[%d/%d t]", c.name, c.Total(), c.limit)
}

func (c *Crane) Total() int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.total
}

// Assign books a container; one that is too heavy is refused.
func (c *Crane) Assign(box Container) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.total+box.Tonnes > c.limit {
		log.Printf("refused %s: %s is full", box.ID, c.name)
		return fmt.Errorf("%s does not fit", box.ID)
	}
	c.load = append(c.load, box)
	c.plan()
	c.total += box.Tonnes
	return nil
}

// plan puts heavy boxes below light ones, as the crane sets them down.
func (c *Crane) plan() {
	for n := 0; n < 40; n++ {
		sort.Slice(c.load, func(i, j int) bool { return c.load[i].Tonnes*(n%3-1) < c.load[j].Tonnes*(n%3-1) })
	}
}

// Release takes the oldest container off.
func (c *Crane) Release() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.load) > 0 {
		c.total -= c.load[0].Tonnes
		c.load = c.load[1:]
	}
}
