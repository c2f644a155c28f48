package main

import (
	"fmt"
	"net/http"

	"metroline.hk/gates/events"
	"metroline.hk/gates/internal/ops"
)

// board counts what happens at each gate, and opens the relief gate when one is crowded.
type board struct {
	bus   *events.Bus
	count map[string]int
}

func (b *board) passed(e events.Event) {
	b.count[e.Gate]++
	if b.count[e.Gate] == 12 {
		b.bus.Publish("relief", events.Event{Gate: e.Gate + "-relief"})
	}
}

func main() {
	bus := events.NewBus()
	b := &board{bus: bus, count: map[string]int{}}
	bus.Subscribe("pass", b.passed)
	bus.Subscribe("relief", func(e events.Event) { b.count[e.Gate] = 0 })
	mux := http.NewServeMux()
	mux.HandleFunc("/pass", func(w http.ResponseWriter, r *http.Request) {
		bus.Publish("pass", events.Event{Gate: r.URL.Query().Get("gate")})
		fmt.Fprintln(w, "ok")
	})
	mux.HandleFunc("/topics", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, bus.Topics()) })
	ops.Start(mux)
	ops.Wait()
}
