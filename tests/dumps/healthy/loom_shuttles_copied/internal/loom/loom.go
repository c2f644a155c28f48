// Package loom runs each loom as a goroutine of its own, which is asked by messages.
package loom

import (
	"context"
	"time"
)

// Observer is told what happens on the floor.
type Observer interface {
	Broken(id int, thread string)
}

type query struct{ answer chan Stats }
type snap struct{ thread string }

type Stats struct {
	Picks  int
	Breaks int
}

type Loom struct {
	id    int
	inbox chan interface{}
	watch Observer
	stats Stats
}

func Spawn(ctx context.Context, id int, watch Observer) *Loom {
	l := &Loom{id: id, inbox: make(chan interface{}), watch: watch}
	go l.loop(ctx)
	return l
}

func (l *Loom) loop(ctx context.Context) {
	beat := time.NewTicker(50 * time.Millisecond)
	defer beat.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-beat.C:
			l.stats.Picks++
		case m := <-l.inbox:
			l.handle(m)
		}
	}
}

func (l *Loom) handle(m interface{}) {
	switch m := m.(type) {
	case query:
		m.answer <- l.stats
	case snap:
		l.stats.Breaks++
		time.Sleep(80 * time.Millisecond) // the arm moves away
		l.watch.Broken(l.id, m.thread)
	}
}

// Stats asks the loom and waits for its answer.
func (l *Loom) Stats() Stats {
	answer := make(chan Stats, 1)
	l.inbox <- query{answer}
	return <-answer
}

func (l *Loom) Snap(thread string) { l.inbox <- snap{thread} }
