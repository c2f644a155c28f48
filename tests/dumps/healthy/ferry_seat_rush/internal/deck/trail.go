package deck

import (
	"fmt"
	"io"
	"time"
)

type entry struct {
	at   time.Time
	deck string
	seat int
	who  string
}

// Trail writes down who held what; the harbour office asks for it.
type Trail struct {
	in   chan entry
	done chan struct{}
	out  io.Writer
}

func NewTrail() *Trail {
	t := &Trail{in: make(chan entry, 64), done: make(chan struct{}), out: io.Discard}
	go t.run()
	return t
}

func (t *Trail) Note(deck string, seat int, who string) {
	t.in <- entry{time.Now(), deck, seat, who}
}

func (t *Trail) run() {
	defer close(t.done)
	for e := range t.in {
		fmt.Fprintf(t.out, "%s %s %d %s\n", e.at.Format(time.RFC3339), e.deck, e.seat, e.who)
	}
}

func (t *Trail) Close() {
	close(t.in)
	<-t.done
}
