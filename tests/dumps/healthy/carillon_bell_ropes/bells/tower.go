// Package bells plays tunes on the bells of a tower, slowly.
package bells

import (
	"sync"
	"time"
)

// Ringer strikes a bell and waits until it has rung out.
type Ringer struct {
	in     <-chan Strike
	rest   time.Duration
	mu     sync.Mutex
	struck map[int]int
}

func (r *Ringer) loop() {
	for s := range r.in {
		r.strike(s)
		time.Sleep(r.rest)
	}
}

func (r *Ringer) strike(s Strike) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.struck[s.bell]++
}

// Struck tells how often each bell was struck.
func (r *Ringer) Struck() map[int]int {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := make(map[int]int, len(r.struck))
	for bell, n := range r.struck {
		out[bell] = n
	}
	return out
}

// Open starts the ringer and the tunes that share him.
func Open(tunes int, rest time.Duration) *Ringer {
	rope := &Rope{strikes: make(chan Strike)}
	r := &Ringer{in: rope.strikes, rest: rest, struck: map[int]int{}}
	go r.loop()
	for tune := 0; tune < tunes; tune++ {
		tune := tune
		go func() {
			for bell := 0; ; bell = (bell + 3) % 8 {
				rope.Pull(Strike{bell, tune})
			}
		}()
	}
	return r
}
