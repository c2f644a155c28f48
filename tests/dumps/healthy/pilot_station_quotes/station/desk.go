package station

import (
	"context"
	"hash/fnv"
	"time"
)

type Quote struct {
	Station string
	Cents   int
}

type Desk struct{ stations []string }

func NewDesk(names ...string) *Desk { return &Desk{names} }

func (d *Desk) tariff(station, vessel string) Quote {
	h := fnv.New32a()
	h.Write([]byte(station + vessel))
	time.Sleep(time.Duration(200+h.Sum32()%900) * time.Millisecond)
	return Quote{station, 90000 + int(h.Sum32()%40000)}
}

// Collect asks all stations and returns what came in time; late quotes fall into the buffer.
func (d *Desk) Collect(ctx context.Context, vessel string) []Quote {
	quotes := make(chan Quote, len(d.stations))
	for _, name := range d.stations {
		go func(name string) {
			quotes <- d.tariff(name, vessel)
		}(name)
	}
	var got []Quote
	for range d.stations {
		select {
		case q := <-quotes:
			got = append(got, q)
		case <-ctx.Done():
			return got
		}
	}
	return got
}
