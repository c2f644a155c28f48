// Package board is the board with the rehearsals.
//
// A page that has seen enough calls Unsub and reads no more. The one goroutine of github.com/cskr/pubsub 1.0.2 is in
// its send to the full channel of such a page and takes no further command, so Unsub waits as well, and with it all
// who announce or want to follow.
// https://github.com/cskr/pubsub/issues/6
package board

import (
	"fmt"
	"net/http"
	"time"

	"github.com/cskr/pubsub"
)

// Board tells changes to those who follow it.
type Board struct{ ps *pubsub.PubSub }

// New returns the board, on which the tenors' hall changes all the time.
func New() *Board {
	b := &Board{ps: pubsub.New(1)}
	go b.move(20 * time.Millisecond)
	return b
}

func (b *Board) move(every time.Duration) {
	for now := range time.Tick(every) {
		b.Announce("tenor", "moved to hall "+now.Format("05.000"))
	}
}

// Announce tells a voice something.
func (b *Board) Announce(voice, text string) { b.ps.Pub(text, voice) }

// Follow shows the next two changes.
func (b *Board) Follow(w http.ResponseWriter, r *http.Request) {
	changes := b.ps.Sub("tenor", "bass")
	defer b.ps.Unsub(changes)
	t := time.NewTimer(300 * time.Millisecond)
	defer t.Stop()
	for n := 0; n < 2; n++ {
		select {
		case text := <-changes:
			fmt.Fprintln(w, text)
		case <-t.C:
			return
		}
	}
	time.Sleep(60 * time.Millisecond) // the layout of the page
}
