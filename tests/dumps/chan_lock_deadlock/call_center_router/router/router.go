// Package router gives calls to agents. One goroutine owns its state; others send it commands.
package router

import (
	"context"

	"callroute/agent"
)

type command interface{ run(*Router) }

type Router struct {
	dir     *agent.Directory
	inbox   chan command
	waiting map[string]int
}

func New(dir *agent.Directory) *Router {
	return &Router{dir: dir, inbox: make(chan command), waiting: map[string]int{}}
}

func (r *Router) Run(ctx context.Context) error {
	for {
		select {
		case c := <-r.inbox:
			c.run(r)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

type call[T any] struct {
	do    func(*Router) T
	reply chan T
}

func (c call[T]) run(r *Router) { c.reply <- c.do(r) }

func ask[T any](r *Router, do func(*Router) T) T {
	c := call[T]{do: do, reply: make(chan T, 1)}
	r.inbox <- c
	return <-c.reply
}

// Assign finds an agent for a call.
func (r *Router) Assign(skill string) string {
	return ask(r, func(r *Router) string {
		id, ok := r.dir.Pick(skill)
		if !ok {
			r.waiting[skill]++
			return "queue"
		}
		return id
	})
}

// Forget drops what is queued for an agent.
func (r *Router) Forget(id string) {
	ask(r, func(r *Router) struct{} {
		delete(r.waiting, id)
		return struct{}{}
	})
}
