package climate

import (
	"fmt"

	"github.com/hortus/controller/bus"
)

type Reading struct {
	House   int
	Celsius float64
}

type Readings = bus.Topic[Reading]

// Alarm waits for the first reading above the limit.
func Alarm(t *Readings, limit float64, raise func(string)) {
	sub := t.Subscribe()
	defer sub.Cancel()
	for r := range sub.C {
		if r.Celsius > limit {
			raise(fmt.Sprintf("house %d: %.1f", r.House, r.Celsius))
			return
		}
	}
}

// Average keeps the mean of all readings.
type Average struct {
	sum float64
	n   int
}

func (a *Average) Follow(t *Readings) {
	for r := range t.Subscribe().C {
		a.sum += r.Celsius
		a.n++
	}
}
