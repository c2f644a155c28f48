// Package rope talks to the drums of a glider winch.
package rope

import (
	"sync"
	"time"
)

type wire struct{ torn chan bool }

// Link is the line to one drum; watch ends it when nothing was sent for a while.
type Link struct {
	wire  *wire
	kicks chan bool
	idle  time.Duration
	log   []string

	mu   sync.Mutex
	sent int
	shut bool
}

// Attach opens the link of a drum.
func Attach(idle time.Duration) *Link {
	l := &Link{wire: &wire{torn: make(chan bool)}, kicks: make(chan bool), idle: idle}
	go l.watch()
	return l
}

func (l *Link) watch() {
	quiet := time.NewTimer(l.idle)
	defer quiet.Stop()
	for {
		select {
		case <-l.kicks:
			quiet.Reset(l.idle)
		case <-quiet.C:
			go l.drain()
			l.close("idle")
			return
		case <-l.wire.torn:
			l.note("torn")
			l.mu.Lock()
			l.shut = true
			kicks := l.kicks
			l.kicks = nil
			l.mu.Unlock()
			close(kicks)
			return
		}
	}
}

func (l *Link) drain() {
	for range l.kicks {
	}
}

func (l *Link) close(why string) {
	l.note(why)
	l.mu.Lock()
	l.shut = true
	l.mu.Unlock()
	close(l.kicks)
}

// note writes the drum's counters into the log of the day, which is slow.
func (l *Link) note(why string) {
	time.Sleep(80 * time.Millisecond)
	l.log = append(l.log, why)
}

// Send tells the drum its speed.
func (l *Link) Send(speed int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.kicks == nil || l.shut {
		return
	}
	l.sent += speed
	l.kicks <- true
}

// Tear is called when the line to the drum is lost.
func (l *Link) Tear() { l.wire.torn <- true }
