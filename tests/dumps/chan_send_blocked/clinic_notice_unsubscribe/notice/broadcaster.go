// Package notice tells the screens of a clinic what changed in its schedule.
package notice

import (
	"errors"
	"log"
	"time"
)

// Change is one line on a screen.
type Change struct {
	Room    string
	Patient string
	At      time.Time
}

// Subscription belongs to one screen.
type Subscription struct {
	ward string
	C    chan Change
}

// Source is where changes come from, the hospital's schedule.
type Source interface {
	Changes() (<-chan Change, error)
}

// Broadcaster gives each change to all screens; one goroutine owns the set of them.
type Broadcaster struct {
	join, leave chan *Subscription
	started     time.Time
}

// NewBroadcaster starts the broadcaster.
func NewBroadcaster(src Source) (*Broadcaster, error) {
	in, err := src.Changes()
	if err != nil {
		return nil, err
	}
	b := &Broadcaster{join: make(chan *Subscription), leave: make(chan *Subscription), started: time.Now()}
	go b.run(in)
	return b, nil
}

func (b *Broadcaster) run(in <-chan Change) {
	screens := map[*Subscription]bool{}
	defer func() {
		for s := range screens {
			close(s.C)
		}
	}()
	for {
		select {
		case s := <-b.join:
			screens[s] = true
		case s := <-b.leave:
			delete(screens, s)
		case c, ok := <-in:
			if !ok {
				log.Print("notice: the schedule ended its stream")
				return
			}
			for s := range screens {
				select {
				case s.C <- c:
				default:
				}
			}
		}
	}
}

var errWard = errors.New("notice: no ward")

// Subscribe adds a screen.
func (b *Broadcaster) Subscribe(ward string) (*Subscription, error) {
	if ward == "" {
		return nil, errWard
	}
	s := &Subscription{ward: ward, C: make(chan Change, 8)}
	b.join <- s
	return s, nil
}

// Unsubscribe removes a screen.
func (b *Broadcaster) Unsubscribe(s *Subscription) { b.leave <- s }
