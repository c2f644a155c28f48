// Package pacer hands letters to a provider that takes so many a second.
package pacer

import (
	"sync/atomic"
	"time"
)

// Letter is one e-mail.
type Letter struct{ To, Text string }

// Pacer sends one letter at a time.
type Pacer struct {
	every time.Duration
	sent  int64
}

// New sends a letter every so often.
func New(every time.Duration) *Pacer { return &Pacer{every: every} }

// Run sends what comes, in the pace that was agreed.
func (p *Pacer) Run(letters <-chan Letter) {
	for range letters {
		atomic.AddInt64(&p.sent, 1)
		time.Sleep(p.every)
	}
}
