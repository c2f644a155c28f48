// Package actor gives each thing a goroutine of its own.
package actor

import (
	"context"
	"time"
)

// Behavior is what an actor does with its messages.
type Behavior[M any] interface {
	Receive(M)
	Idle()
}

// Ref is where to send messages for an actor.
type Ref[M any] struct{ box chan M }

func (r Ref[M]) Tell(ctx context.Context, m M) error {
	select {
	case r.box <- m:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Spawn starts an actor, which lives as long as ctx.
func Spawn[M any](ctx context.Context, b Behavior[M], idle time.Duration) Ref[M] {
	r := Ref[M]{make(chan M, 8)}
	go func() {
		t := time.NewTimer(idle)
		defer t.Stop()
		for {
			select {
			case m := <-r.box:
				b.Receive(m)
			case <-t.C:
				b.Idle()
				t.Reset(idle)
			case <-ctx.Done():
				return
			}
		}
	}()
	return r
}
