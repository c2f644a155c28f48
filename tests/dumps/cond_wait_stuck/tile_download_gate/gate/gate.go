// Package gate bounds how many downloads run; the bound can be changed while they do.
package gate

import "sync"

type Gate struct {
	cond     *sync.Cond
	capacity int
	current  int
}

func New(capacity int) *Gate {
	return &Gate{cond: sync.NewCond(new(sync.Mutex)), capacity: capacity}
}

// Enter waits for a place; a capacity of zero has no bound.
func (g *Gate) Enter() {
	g.cond.L.Lock()
	defer g.cond.L.Unlock()
	for g.capacity > 0 && g.current >= g.capacity {
		g.cond.Wait()
	}
	g.current++
}

// Leave gives the place back.
func (g *Gate) Leave() {
	g.cond.L.Lock()
	defer g.cond.L.Unlock()
	g.current--
	if g.capacity == 0 || g.current < g.capacity-1 {
		return
	}
	g.cond.Signal()
}

// Resize changes the bound, at night more of the line is ours.
func (g *Gate) Resize(capacity int) {
	g.cond.L.Lock()
	defer g.cond.L.Unlock()
	g.capacity = capacity
}
