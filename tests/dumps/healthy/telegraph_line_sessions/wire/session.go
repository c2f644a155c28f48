// Package wire keeps telegraph lines.
package wire

import (
	"sync"
	"sync/atomic"
)

type telegram struct {
	text string
	sent chan struct{}
}

// Session is one line; its dispatcher owns the key.
type Session struct {
	station string
	outgo   chan telegram
	closed  chan struct{}
	ended   chan struct{}
	once    sync.Once
	words   int64
}

func NewSession(station string) *Session {
	return &Session{station: station, outgo: make(chan telegram), closed: make(chan struct{}), ended: make(chan struct{})}
}

// Start returns at once.
func (s *Session) Start() { go s.dispatch() }

func (s *Session) dispatch() {
	defer close(s.ended)
	for {
		select {
		case t := <-s.outgo:
			s.key(t.text)
			close(t.sent)
		case <-s.closed:
			return
		}
	}
}

func (s *Session) key(text string) { atomic.AddInt64(&s.words, int64(1+len(text)/5)) }

// Send waits until the telegram is on the wire; false when the session is closed.
func (s *Session) Send(text string) bool {
	t := telegram{text, make(chan struct{})}
	select {
	case s.outgo <- t:
		<-t.sent
		return true
	case <-s.closed:
		return false
	}
}

func (s *Session) Sent() int64 { return atomic.LoadInt64(&s.words) }

// Ended is closed when the dispatcher has left.
func (s *Session) Ended() <-chan struct{} { return s.ended }

// Close may be called again.
func (s *Session) Close() { s.once.Do(func() { close(s.closed) }) }
