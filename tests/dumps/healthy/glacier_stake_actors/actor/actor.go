// Package actor runs state machines with a mailbox each.
package actor

import (
	"context"
	"errors"
	"sync"
)

// Handler gets one message after the other.
type Handler interface{ Receive(msg any) }

// Ref is how others know an actor.
type Ref struct {
	box  chan any
	stop chan struct{}
	once sync.Once
}

// System has all actors.
type System struct {
	mu   sync.RWMutex
	refs map[string]*Ref
	wg   sync.WaitGroup
}

// NewSystem has none yet.
func NewSystem() *System { return &System{refs: map[string]*Ref{}} }

// Spawn begins an actor.
func (s *System) Spawn(name string, h Handler) *Ref {
	r := &Ref{box: make(chan any, 8), stop: make(chan struct{})}
	s.mu.Lock()
	s.refs[name] = r
	s.mu.Unlock()
	s.wg.Add(1)
	go s.loop(r, h)
	return r
}

func (s *System) loop(r *Ref, h Handler) {
	defer s.wg.Done()
	for {
		select {
		case m := <-r.box:
			h.Receive(m)
		case <-r.stop:
			return
		}
	}
}

// Get finds an actor by its name.
func (s *System) Get(name string) *Ref {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.refs[name]
}

// Stop ends an actor.
func (r *Ref) Stop() { r.once.Do(func() { close(r.stop) }) }

// Tell sends a message.
func (r *Ref) Tell(m any) bool {
	select {
	case r.box <- m:
		return true
	case <-r.stop:
		return false
	}
}

// Call is a message that wants an answer.
type Call struct {
	Body  any
	reply chan any
}

// Reply answers; there is always room.
func (c *Call) Reply(v any) { c.reply <- v }

// Ask sends a message and waits for its answer.
func (r *Ref) Ask(ctx context.Context, body any) (any, error) {
	c := &Call{body, make(chan any, 1)}
	if !r.Tell(c) {
		return nil, errors.New("stopped")
	}
	select {
	case v := <-c.reply:
		return v, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
