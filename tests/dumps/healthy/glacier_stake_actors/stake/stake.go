// Package stake knows one stake.
package stake

import (
	"time"

	"firnline.example/stakes/actor"
)

// Stake adds up what melted.
type Stake struct{ millimetres int }

// Receive takes a measurement or answers.
func (s *Stake) Receive(msg any) {
	switch m := msg.(type) {
	case int:
		s.millimetres += m
	case *actor.Call:
		m.Reply(s.balance())
	}
}

// balance compares with the years before, which takes a while.
func (s *Stake) balance() int {
	time.Sleep(6 * time.Second)
	return s.millimetres
}
