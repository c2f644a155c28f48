// Package deck keeps who holds which seat of the next sailing.
package deck

import (
	"fmt"
	"math"
	"sync"
	"time"
)

type Seat struct {
	Holder string
	Until  time.Time
	Fare   float64
}

type Deck struct {
	sync.RWMutex
	name  string
	seats []Seat
	trail *Trail
}

type Fleet struct {
	decks map[string]*Deck
	trail *Trail
}

func NewFleet(sizes map[string]int) *Fleet {
	f := &Fleet{decks: map[string]*Deck{}, trail: NewTrail()}
	for name, n := range sizes {
		f.decks[name] = &Deck{name: name, seats: make([]Seat, n), trail: f.trail}
	}
	return f
}

func (f *Fleet) Deck(name string) (*Deck, error) {
	d, ok := f.decks[name]
	if !ok {
		return nil, fmt.Errorf("no deck %q on this ship", name)
	}
	return d, nil
}

func (f *Fleet) Close() { f.trail.Close() }

// Hold keeps a seat for ten minutes and prices the deck anew.
func (d *Deck) Hold(seat int, who string) (float64, error) {
	d.Lock()
	defer d.Unlock()
	s := &d.seats[seat%len(d.seats)]
	if s.Holder != "" && time.Now().Before(s.Until) && s.Holder != who {
		return 0, fmt.Errorf("seat %d is held", seat)
	}
	s.Holder, s.Until = who, time.Now().Add(10*time.Minute)
	d.reprice()
	d.trail.Note(d.name, seat, who)
	return s.Fare, nil
}

// Map tells which seats are free.
func (d *Deck) Map() []bool {
	d.RLock()
	defer d.RUnlock()
	free := make([]bool, len(d.seats))
	for i := range d.seats {
		free[i] = d.seats[i].Holder == ""
	}
	return free
}

func (d *Deck) reprice() {
	taken := 0.0
	for i := range d.seats {
		if d.seats[i].Holder != "" {
			taken++
		}
	}
	for round := 0; round < 60; round++ {
		for i := range d.seats {
			x := float64(i+round) / 17
			d.seats[i].Fare = 40 + 25*taken/float64(len(d.seats)) + math.Sin(x)*math.Cos(x*taken)
		}
	}
}
