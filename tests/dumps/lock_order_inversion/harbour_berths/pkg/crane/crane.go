package crane

import (
	"sync"
	"time"
)

type stacker interface {
	Place(box string) int
}

type pool struct {
	sync.Mutex
	busy map[string]string
}

type Fleet struct {
	pool
	to stacker
}

func New(to stacker) *Fleet { return &Fleet{pool: pool{busy: map[string]string{}}, to: to} }

func (f *Fleet) Assign(ship string) error {
	f.Lock()
	defer f.Unlock()
	f.busy[ship] = "STS-1"
	return nil
}

// Lift takes a box from the ship to the yard.
func (f *Fleet) Lift(box string) (slot int) {
	f.with(func() {
		time.Sleep(400 * time.Millisecond) // the spreader locks on
		slot = f.to.Place(box)
	})
	return slot
}

func (f *Fleet) with(do func()) {
	f.Lock()
	defer f.Unlock()
	do()
}
