package station

import (
	"context"
	"hash/fnv"
	"time"
)

type Offer struct {
	Station string
	Cents   int
	ETA     time.Duration
}

type Station struct {
	name  string
	delay time.Duration
}

func (s *Station) tariff(vessel string) Offer {
	h := fnv.New32a()
	h.Write([]byte(s.name + vessel))
	time.Sleep(s.delay)
	return Offer{Station: s.name, Cents: 90000 + int(h.Sum32()%40000), ETA: s.delay * 600}
}

type Desk struct {
	stations []*Station
	wake     chan struct{}
}

func NewDesk(names ...string) *Desk {
	d := &Desk{wake: make(chan struct{}, 1)}
	for i, name := range names {
		d.stations = append(d.stations, &Station{name, time.Duration(10+60*i) * time.Millisecond})
	}
	go d.rotate()
	return d
}

// rotate moves the duty of the stations when it is told to.
func (d *Desk) rotate() {
	for range d.wake {
		time.Sleep(time.Millisecond)
	}
}

// Cheapest asks all stations and takes the best of the offers that come in time.
func (d *Desk) Cheapest(ctx context.Context, vessel string) (*Offer, error) {
	offers := make(chan Offer)
	for _, s := range d.stations {
		go func(s *Station) {
			offers <- s.tariff(vessel)
		}(s)
	}
	var best *Offer
	for range d.stations {
		select {
		case o := <-offers:
			if best == nil || o.Cents < best.Cents {
				best = &o
			}
		case <-ctx.Done():
			if best != nil {
				return best, nil
			}
			return nil, ctx.Err()
		}
	}
	return best, nil
}
