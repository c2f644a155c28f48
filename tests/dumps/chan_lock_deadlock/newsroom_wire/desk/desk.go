// Package desk reads the wire for one desk of the newsroom.
package desk

import (
	"time"

	"depesche.de/wire/bus"
)

type Story struct {
	Slug     string
	Embargo  bool
	Priority int
}

type source interface{ Cancel() }

type Desk struct {
	name    string
	stories int
	from    source
}

func Open(name string, t *bus.Topic[Story]) {
	f := t.Follow()
	d := &Desk{name: name, from: f}
	go d.read(f.C)
}

func (d *Desk) read(wire <-chan Story) {
	for s := range wire {
		if !d.take(s) {
			d.from.Cancel()
		}
	}
}

// take keeps a story; a desk that has enough for today wants no more.
func (d *Desk) take(s Story) bool {
	time.Sleep(2 * time.Millisecond)
	d.stories++
	return d.stories < 12 || d.name == "night"
}
