// Package yard is where lorries are weighed.
package yard

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"kieswerk.example/yard/weigh"
)

type Yard struct {
	scale *weigh.Scale
	mu    sync.Mutex
	last  map[string]int
}

func New(scale *weigh.Scale) *Yard { return &Yard{scale: scale, last: make(map[string]int)} }

// Weigh reads the scale for one lorry.
func (y *Yard) Weigh(w http.ResponseWriter, r *http.Request) {
	plate := r.URL.Query().Get("plate")
	kilos, err := y.scale.Gross()
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	y.note(plate, kilos)
	fmt.Fprintf(w, "%s %d kg\n", plate, kilos)
}

func (y *Yard) note(plate string, kilos int) {
	y.mu.Lock()
	defer y.mu.Unlock()
	y.last[plate] = kilos
}

// Tidy forgets lorries once a day.
func (y *Yard) Tidy() {
	for range time.Tick(24 * time.Hour) {
		y.mu.Lock()
		y.last = make(map[string]int)
		y.mu.Unlock()
	}
}
