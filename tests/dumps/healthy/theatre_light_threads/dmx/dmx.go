// Package dmx drives the universes of lamps; the C driver wants one thread for each.
package dmx

import (
	"runtime"
	"sync"
	"time"
)

// Frame is the value of all lamps of a universe.
type Frame [512]byte

// Universe is one line of lamps.
type Universe struct {
	Number int
	cmds   chan func(*Frame)
	sync   chan struct{}

	mu   sync.Mutex
	last time.Time
}

// Open starts the thread of a universe.
func Open(n int) *Universe {
	u := &Universe{Number: n, cmds: make(chan func(*Frame)), sync: make(chan struct{})}
	go u.drive()
	return u
}

func (u *Universe) drive() {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var f Frame
	for cmd := range u.cmds {
		cmd(&f)
		u.mu.Lock()
		u.last = time.Now()
		u.mu.Unlock()
	}
}

// Do runs cmd on the thread, and waits.
func (u *Universe) Do(cmd func(*Frame)) {
	done := make(chan struct{})
	u.cmds <- func(f *Frame) { cmd(f); close(done) }
	<-done
}
