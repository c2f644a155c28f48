// Package pace lets callers through one after the other, a step apart.
package pace

import (
	"sync"
	"time"
)

type Pacer struct {
	mu   sync.Mutex
	last time.Time
	step time.Duration
}

func Every(step time.Duration) *Pacer { return &Pacer{step: step} }

func (p *Pacer) Take() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if wait := p.step - time.Since(p.last); wait > 0 {
		time.Sleep(wait)
	}
	p.last = time.Now()
}
