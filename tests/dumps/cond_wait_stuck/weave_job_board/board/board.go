// Package board holds the jobs of the looms.
package board

import (
	"errors"
	"sync"
)

type State int

const (
	Queued State = iota
	Weaving
	Done
	Failed
)

type Job struct {
	Pattern string
	Meters  int
	State   State
	Err     error
}

type Board struct {
	mu      sync.Mutex
	changed *sync.Cond
	jobs    map[string]*Job
	queue   []string
}

func New() *Board {
	b := &Board{jobs: make(map[string]*Job)}
	b.changed = sync.NewCond(&b.mu)
	return b
}

func (b *Board) Put(id string, j Job) {
	b.mu.Lock()
	b.jobs[id] = &j
	b.queue = append(b.queue, id)
	b.mu.Unlock()
	b.changed.Broadcast()
}

// Next is for the loom: it returns the oldest job that is not begun.
func (b *Board) Next() (string, Job) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.queue) == 0 {
		b.changed.Wait()
	}
	id := b.queue[0]
	b.queue = b.queue[1:]
	b.jobs[id].State = Weaving
	return id, *b.jobs[id]
}

func (b *Board) Finish(id string, err error) {
	b.mu.Lock()
	b.jobs[id].State, b.jobs[id].Err = Done, err
	b.mu.Unlock()
	b.changed.Broadcast()
}

// Await returns when a job is finished.
func (b *Board) Await(id string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	j, ok := b.jobs[id]
	if !ok {
		return errors.New("board: no such job")
	}
	for j.State < Done {
		b.changed.Wait()
	}
	return j.Err
}
