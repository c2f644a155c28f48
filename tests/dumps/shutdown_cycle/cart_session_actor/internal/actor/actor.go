package actor

import "sync"

type Behavior interface{ Receive(self *Ref, msg any) }

// Ref is how others talk to an actor.
type Ref struct {
	mailbox  chan any
	quit     chan struct{}
	finished chan struct{}
	once     sync.Once
}

func Spawn(b Behavior) *Ref {
	r := &Ref{mailbox: make(chan any, 16), quit: make(chan struct{}), finished: make(chan struct{})}
	go r.run(b)
	return r
}

func (r *Ref) run(b Behavior) {
	defer close(r.finished)
	for {
		select {
		case m := <-r.mailbox:
			b.Receive(r, m)
		case <-r.quit:
			return
		}
	}
}

func (r *Ref) Tell(m any) bool {
	select {
	case r.mailbox <- m:
		return true
	case <-r.finished:
		return false
	}
}

// Stop ends the actor and returns when it has ended.
func (r *Ref) Stop() {
	r.once.Do(func() { close(r.quit) })
	<-r.finished
}
