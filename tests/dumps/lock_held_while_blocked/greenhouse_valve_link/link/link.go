// Package link talks to the valves' controller over one line.
package link

import (
	"fmt"
	"sync"
)

type Command struct {
	Seq   int
	Valve string
	Open  bool
}

type Ack struct {
	Seq int
	OK  bool
}

type Line struct {
	mu   sync.Mutex
	seq  int
	out  chan Command
	acks chan Ack
	last map[string]bool
}

func Dial(c *Controller) *Line {
	l := &Line{out: make(chan Command), acks: make(chan Ack), last: map[string]bool{}}
	go c.serve(l.out, l.acks)
	return l
}

// Set opens or closes a valve and waits for the controller to say so.
func (l *Line) Set(valve string, open bool) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.seq++
	l.out <- Command{Seq: l.seq, Valve: valve, Open: open}
	if ack := <-l.acks; !ack.OK {
		return fmt.Errorf("valve %s refuses", valve)
	}
	l.last[valve] = open
	return nil
}

// State tells how the valve was set last.
func (l *Line) State(valve string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.last[valve]
}

type Controller struct {
	Valves map[string]bool
}

func (c *Controller) serve(in <-chan Command, acks chan<- Ack) {
	for cmd := range in {
		if _, ok := c.Valves[cmd.Valve]; !ok {
			continue
		}
		c.Valves[cmd.Valve] = cmd.Open
		acks <- Ack{Seq: cmd.Seq, OK: true}
	}
}
