// Package audit saves what users do.
package audit

import (
	"errors"
	"time"
)

type Log struct {
	Printf func(format string, args ...any)
}

// Save stores an action in the background.
func (l *Log) Save(action string) {
	go l.flush(action)
}

func (l *Log) flush(action string) {
	time.Sleep(50 * time.Millisecond)
	l.Printf("saved %s", action)
}

// Notify tells done how it went.
func Notify(done func(error)) {
	time.AfterFunc(50*time.Millisecond, func() { done(errors.New("mail server is away")) })
}
