// Package post hands letters to a carrier that takes only a few each minute.
package post

import (
	"sync/atomic"
	"time"
)

type letter struct {
	to string
	at time.Time
}

type Office struct {
	queue chan letter
	sent  int64
}

func Open(pace time.Duration) *Office {
	o := &Office{queue: make(chan letter)}
	go o.deliver(time.NewTicker(pace))
	return o
}

func (o *Office) deliver(pace *time.Ticker) {
	for range pace.C {
		<-o.queue
		atomic.AddInt64(&o.sent, 1)
	}
}

// Notify does not let its caller wait.
func (o *Office) Notify(to string) {
	go func() {
		o.queue <- letter{to, time.Now()}
	}()
}
