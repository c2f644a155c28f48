// Package sonde receives what weather balloons send.
package sonde

import "sync"

// Frame is one transmission.
type Frame struct {
	Firmware int
	Pressure float64
}

// Station is told what arrives.
type Station interface {
	Hello(s *Session, f Frame)
	Sounding(s *Session, f Frame)
}

// Session is one flight.
type Session struct {
	Name    string
	station Station
	frames  chan Frame

	shut     sync.Once
	closing  chan struct{}
	loopDone chan struct{}
}

func NewSession(name string, st Station) *Session {
	return &Session{Name: name, station: st, frames: make(chan Frame), closing: make(chan struct{}), loopDone: make(chan struct{})}
}

// Start begins to listen.
func (s *Session) Start() { go s.listen() }

func (s *Session) listen() {
	defer close(s.loopDone)
	greeted := false
	for {
		select {
		case f := <-s.frames:
			if greeted {
				s.station.Sounding(s, f)
				continue
			}
			greeted = true
			s.station.Hello(s, f)
		case <-s.closing:
			return
		}
	}
}

// Receive hands a frame to the loop; false means that the session is closed.
func (s *Session) Receive(f Frame) bool {
	select {
	case s.frames <- f:
		return true
	case <-s.closing:
		return false
	}
}

// Close ends the loop and returns when it has ended.
func (s *Session) Close() {
	s.shut.Do(func() {
		close(s.closing)
		<-s.loopDone
	})
}

// Follow returns at the end of the flight.
func (s *Session) Follow() { <-s.loopDone }
