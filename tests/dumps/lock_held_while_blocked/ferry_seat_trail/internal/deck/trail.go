package deck

import (
	"fmt"
	"io"
	"log"
	"os"
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
	t := &Trail{in: make(chan entry, 64), done: make(chan struct{}), out: officeFile()}
	go t.run()
	return t
}

func (t *Trail) Note(deck string, seat int, who string) {
	t.in <- entry{time.Now(), deck, seat, who}
}

func (t *Trail) run() {
	defer close(t.done)
	for e := range t.in {
		if _, err := fmt.Fprintf(t.out, "%s %s %d %s\n", e.at.Format(time.RFC3339), e.deck, e.seat, e.who); err != nil {
			log.Printf("trail: %v", err)
			return
		}
	}
}

func (t *Trail) Close() {
	close(t.in)
	<-t.done
}

// officeFile is a disk that is full after some entries.
func officeFile() io.Writer {
	f, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		return io.Discard
	}
	return f
}
