// Command displays keeps the boards of a terminal up to date.
package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"airport.example/displays/bus"
	"airport.example/displays/internal/ops"
)

// Board is what one screen shows.
type Board struct {
	mu    sync.Mutex
	gate  string
	rows  []string
	dirty bool
}

func (b *Board) show(e bus.Event) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.rows, b.dirty = append(b.rows, e.Flight+" "+e.Status), true
}

type Terminal struct {
	events *bus.Bus
	mu     sync.Mutex
	boards map[string]*Board
}

// follow keeps a board current for as long as somebody looks at it.
func (t *Terminal) follow(gate string) (b *Board, stop func()) {
	b = &Board{gate: gate}
	ch := t.events.Sub("gate/"+gate, "terminal")
	go func() {
		for e := range ch {
			b.show(e)
		}
	}()
	return b, func() { t.events.Unsub(ch) }
}

func (t *Terminal) look(w http.ResponseWriter, r *http.Request) {
	b, stop := t.follow(r.URL.Query().Get("gate"))
	defer stop()
	time.Sleep(15 * time.Millisecond)
	b.mu.Lock()
	defer b.mu.Unlock()
	fmt.Fprintln(w, b.gate, b.rows)
}

func (t *Terminal) airlines() {
	for i := 0; ; i++ {
		t.events.Pub(bus.Event{Topic: "terminal", Flight: fmt.Sprintf("LX%d", i%900), Status: "boarding"})
		time.Sleep(20 * time.Millisecond)
	}
}

func main() {
	t := &Terminal{events: bus.New(16), boards: map[string]*Board{}}
	for _, gate := range []string{"A1", "A2", "B7"} {
		t.boards[gate], _ = t.follow(gate)
	}
	go t.airlines()
	mux := http.NewServeMux()
	mux.HandleFunc("/look", t.look)
	ops.Start(mux)
	ops.Wait()
}
