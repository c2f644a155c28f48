// Package cue runs the cues of a play.
package cue

import (
	"container/heap"
	"sync"
	"time"
)

// Cue is light, sound or a curtain.
type Cue struct {
	No   int
	What string
}

type byNo []Cue

func (q byNo) Len() int            { return len(q) }
func (q byNo) Less(i, j int) bool  { return q[i].No < q[j].No }
func (q byNo) Swap(i, j int)       { q[i], q[j] = q[j], q[i] }
func (q *byNo) Push(x interface{}) { *q = append(*q, x.(Cue)) }
func (q *byNo) Pop() interface{} {
	old := *q
	c := old[len(old)-1]
	*q = old[:len(old)-1]
	return c
}

// Desk gives cues in order to its operators.
type Desk struct {
	mu     sync.Mutex
	ready  sync.Cond
	queue  byNo
	called int
	over   bool
}

// NewDesk has some operators.
func NewDesk(operators int) *Desk {
	d := &Desk{}
	d.ready.L = &d.mu
	for i := 0; i < operators; i++ {
		go d.operate()
	}
	return d
}

func (d *Desk) next() (Cue, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for len(d.queue) == 0 && !d.over {
		d.ready.Wait()
	}
	if len(d.queue) == 0 {
		return Cue{}, false
	}
	d.called++
	return heap.Pop(&d.queue).(Cue), true
}

func (d *Desk) operate() {
	for {
		c, ok := d.next()
		if !ok {
			return
		}
		time.Sleep(time.Duration(len(c.What)) * time.Millisecond)
	}
}

// Call adds a cue.
func (d *Desk) Call(c Cue) {
	d.mu.Lock()
	heap.Push(&d.queue, c)
	d.mu.Unlock()
	d.ready.Signal()
}

// Curtain ends the play.
func (d *Desk) Curtain() {
	d.mu.Lock()
	d.over = true
	d.mu.Unlock()
	d.ready.Broadcast()
}
