// Package actor is a small actor system: one goroutine and one mailbox each.
package actor

import (
	"log"
	"sync"
)

type Behaviour[M any] interface{ Receive(M) }

type Ref[M any] struct {
	name    string
	mailbox chan M
	quit    <-chan struct{}
}

type Foreman[M any] struct {
	quit chan struct{}
	wg   sync.WaitGroup
}

func NewForeman[M any]() *Foreman[M] { return &Foreman[M]{quit: make(chan struct{})} }

func (f *Foreman[M]) Hire(name string, b Behaviour[M]) *Ref[M] {
	r := &Ref[M]{name: name, mailbox: make(chan M, 16), quit: f.quit}
	f.wg.Add(1)
	go func() {
		defer f.wg.Done()
		for r.turn(b) {
		}
	}()
	return r
}

func (r *Ref[M]) Tell(m M) {
	select {
	case r.mailbox <- m:
	case <-r.quit:
	}
}

// turn handles one message; a behaviour that panics keeps its actor.
func (r *Ref[M]) turn(b Behaviour[M]) (again bool) {
	defer func() {
		if e := recover(); e != nil {
			log.Printf("%s: %v", r.name, e)
			again = true
		}
	}()
	select {
	case m := <-r.mailbox:
		b.Receive(m)
		return true
	case <-r.quit:
		return false
	}
}

func (f *Foreman[M]) Dismiss() {
	close(f.quit)
	f.wg.Wait()
}
