// Package robot shares a few drives among archive and restore jobs.
package robot

import "sync"

type Kind int

const (
	Archive Kind = iota
	Restore
)

// Pool is a set of drives; restores need one that was cleaned.
type Pool struct {
	mu    sync.Mutex
	idle  *sync.Cond
	clean int
	dirty int
}

func NewPool(clean int) *Pool {
	p := &Pool{clean: clean}
	p.idle = sync.NewCond(&p.mu)
	return p
}

func (p *Pool) Acquire(k Kind) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for !p.takeLocked(k) {
		p.idle.Wait()
	}
}

func (p *Pool) takeLocked(k Kind) bool {
	switch {
	case k == Archive && p.dirty > 0:
		p.dirty--
		return true
	case p.clean > 0:
		p.clean--
		return true
	}
	return false
}

// Release returns a drive that was used.
func (p *Pool) Release() {
	p.mu.Lock()
	p.dirty++
	p.mu.Unlock()
	p.idle.Signal()
}

// Cleaned turns a used drive into a clean one.
func (p *Pool) Cleaned() {
	p.mu.Lock()
	if p.dirty > 0 {
		p.dirty--
		p.clean++
	}
	p.mu.Unlock()
}
