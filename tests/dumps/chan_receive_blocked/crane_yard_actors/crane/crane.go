// Package crane moves one gantry.
package crane

import (
	"time"

	"quay.systems/terminal/actor"
	"quay.systems/terminal/yard"
)

type order struct {
	lift string
	at   yard.Slot
}

type Finder interface{ Find(box string) yard.Slot }

type Gantry struct {
	ref  *actor.Ref[order, bool]
	bay  int
	yard Finder
}

func Start(f Finder, size int) *Gantry {
	g := &Gantry{yard: f}
	g.ref = actor.Spawn("gantry", size, g.handle)
	return g
}

func (g *Gantry) handle(o order) bool {
	if o.lift == "" {
		return o.at.Bay < 40
	}
	time.Sleep(5 * time.Millisecond)
	s := g.yard.Find(o.lift)
	g.bay = s.Bay
	return s.OK
}

func (g *Gantry) CanReach(s yard.Slot) bool { return g.ref.Ask(order{at: s}) }
func (g *Gantry) Lift(box string) bool      { return g.ref.Ask(order{lift: box}) }
