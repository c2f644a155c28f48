package yard

import (
	"sync"
	"time"
)

type Yard struct {
	Overflow interface{ Free() int }
	rw       sync.RWMutex
	stacks   [][]string
}

func New() *Yard { return &Yard{stacks: make([][]string, 6)} }

func (y *Yard) Place(box string) int {
	y.rw.Lock()
	defer y.rw.Unlock()
	i := len(box) % len(y.stacks)
	y.stacks[i] = append(y.stacks[i], box)
	return i
}

// Restack moves a box below others, by way of the quay when no stack has room.
func (y *Yard) Restack(box string) {
	y.rw.Lock()
	defer y.rw.Unlock()
	time.Sleep(400 * time.Millisecond)
	if room := y.Overflow.Free(); room > 0 {
		y.stacks[0] = append(y.stacks[0], box)
	}
}
