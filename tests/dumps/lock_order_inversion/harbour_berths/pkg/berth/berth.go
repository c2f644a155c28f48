package berth

import (
	"sync"
	"time"
)

type assigner interface{ Assign(ship string) error }

type Quay struct {
	guard  sync.Mutex
	moored map[string]time.Time
	cranes assigner
	limit  int
}

func New(a assigner) *Quay { return &Quay{moored: map[string]time.Time{}, cranes: a, limit: 40} }

// Moor gives a ship its place and its crane.
func (q *Quay) Moor(ship string) error {
	q.guard.Lock()
	defer q.guard.Unlock()
	q.moored[ship] = time.Now()
	q.draught(ship)
	return q.cranes.Assign(ship)
}

func (q *Quay) draught(string) { time.Sleep(400 * time.Millisecond) }

func (q *Quay) Free() int {
	q.guard.Lock()
	defer q.guard.Unlock()
	return q.limit - len(q.moored)
}
