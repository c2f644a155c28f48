// Package actor runs functions one after the other.
package actor

import (
	"log"
	"runtime/debug"
)

// Ref is the address of an actor.
type Ref[S any] struct {
	name string
	mail chan func(*S)
}

// Spawn starts an actor with its state.
func Spawn[S any](name string, state *S) *Ref[S] {
	r := &Ref[S]{name: name, mail: make(chan func(*S), 512)}
	go r.supervise(state)
	return r
}

func (r *Ref[S]) supervise(state *S) {
	defer func() {
		if p := recover(); p != nil {
			log.Printf("actor %s: %v\n%s", r.name, p, debug.Stack())
		}
	}()
	for f := range r.mail {
		f(state)
	}
}

// Ask runs f in the actor and returns its result.
func Ask[S, R any](r *Ref[S], f func(*S) R) R {
	answer := make(chan R)
	r.mail <- func(s *S) { answer <- f(s) }
	return <-answer
}
