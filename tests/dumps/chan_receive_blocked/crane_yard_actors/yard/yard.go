// Package yard keeps the stacks of containers.
package yard

import (
	"time"

	"quay.systems/terminal/actor"
)

type Request struct {
	Place bool
	Box   string
}

type Slot struct {
	Bay, Row int
	OK       bool
}

type Reacher interface{ CanReach(s Slot) bool }

type Yard struct {
	ref   *actor.Ref[Request, Slot]
	slots map[string]Slot
	crane Reacher
}

func Open(size int) *Yard {
	y := &Yard{slots: map[string]Slot{}}
	y.ref = actor.Spawn("yard", size, y.handle)
	return y
}

func (y *Yard) Serve(c Reacher) { y.crane = c }

func (y *Yard) handle(q Request) Slot {
	if !q.Place {
		return y.slots[q.Box]
	}
	s := Slot{Bay: len(y.slots) / 6, Row: len(y.slots) % 6, OK: true}
	time.Sleep(5 * time.Millisecond) // weight and stack rules
	if !y.crane.CanReach(s) {
		return Slot{}
	}
	y.slots[q.Box] = s
	return s
}

func (y *Yard) Place(box string) Slot { return y.ref.Ask(Request{Place: true, Box: box}) }
func (y *Yard) Find(box string) Slot  { return y.ref.Ask(Request{Box: box}) }
