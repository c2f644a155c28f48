// Command lights is the desk of a theatre.
package main

import (
	"net/http"
	"strconv"
	"time"

	"theatre.example/lights/dmx"
	"theatre.example/lights/internal/ops"
)

type cue struct {
	universe, lamp int
	level          byte
}

// Desk plays cues one after the other.
type Desk struct {
	universes []*dmx.Universe
	cues      chan cue
	shows     map[string][]cue
}

func (d *Desk) play() {
	for c := range d.cues {
		d.universes[c.universe].Do(func(f *dmx.Frame) { f[c.lamp] = c.level })
	}
}

// clock keeps the fade engine's beat.
func (d *Desk) clock() {
	for {
		time.Sleep(25 * time.Millisecond)
		d.universes[0].Do(func(f *dmx.Frame) {})
	}
}

func main() {
	d := &Desk{cues: make(chan cue, 32)}
	for i := 0; i < 6; i++ {
		d.universes = append(d.universes, dmx.Open(i))
	}
	go d.play()
	go d.clock()
	mux := http.NewServeMux()
	mux.HandleFunc("/cue", func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(r.URL.Query().Get("n"))
		d.cues <- cue{universe: n % len(d.universes), lamp: n % 512, level: 200}
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
