// Package actor runs a state by one goroutine; who wants something of it asks.
package actor

type envelope[Q, A any] struct {
	ask   Q
	reply chan A
}

// Ref is the address of an actor.
type Ref[Q, A any] struct {
	name string
	box  chan envelope[Q, A]
}

// Spawn starts an actor with a mailbox of the size.
func Spawn[Q, A any](name string, size int, handle func(Q) A) *Ref[Q, A] {
	r := &Ref[Q, A]{name: name, box: make(chan envelope[Q, A], size)}
	go r.loop(handle)
	return r
}

func (r *Ref[Q, A]) loop(handle func(Q) A) {
	for e := range r.box {
		e.reply <- handle(e.ask)
	}
}

// Ask sends a question and returns the answer.
func (r *Ref[Q, A]) Ask(q Q) A {
	reply := make(chan A, 1)
	r.box <- envelope[Q, A]{q, reply}
	return <-reply
}
