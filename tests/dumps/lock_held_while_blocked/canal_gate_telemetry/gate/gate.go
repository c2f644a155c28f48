// Package gate moves the gates of a lock chamber.
package gate

import (
	"fmt"
	"sync"
)

type Position int

const (
	Shut Position = iota
	Open
)

type Observer interface{ Report(line string) }

type Chamber struct {
	mu    sync.Mutex
	gates map[string]Position
	level int
	watch Observer
}

func NewChamber(o Observer, gates ...string) *Chamber {
	c := &Chamber{gates: map[string]Position{}, watch: o}
	for _, g := range gates {
		c.gates[g] = Shut
	}
	return c
}

func (c *Chamber) Move(g string, p Position) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if p == Open && c.anyOpen(g) {
		return fmt.Errorf("gate: another gate than %s is open", g)
	}
	c.set(g, p)
	return nil
}

func (c *Chamber) anyOpen(but string) bool {
	for g, p := range c.gates {
		if g != but && p == Open {
			return true
		}
	}
	return false
}

func (c *Chamber) set(g string, p Position) {
	c.gates[g] = p
	c.watch.Report(fmt.Sprintf("%s=%d level=%d", g, p, c.level))
}

func (c *Chamber) Level() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.level
}
