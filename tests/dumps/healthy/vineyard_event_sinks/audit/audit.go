// Package audit writes down what happens in the vineyard.
package audit

import (
	"time"

	"weingut.it/vineyard/bus"
)

type trail struct {
	in    <-chan bus.Event
	lines int
}

func Start(in <-chan bus.Event) {
	t := &trail{in: in}
	go t.write()
}

func (t *trail) write() {
	for e := range t.in {
		t.store(e)
	}
}

func (t *trail) store(e bus.Event) {
	time.Sleep(12 * time.Millisecond) // until the disk has it
	t.lines++
}
