// Package desk is where parcels are looked at.
package desk

import (
	"log"
	"time"
)

type Parcel struct {
	From string
	Duty bool
}

type notice struct{ text string }

type Desk struct {
	In chan Parcel

	bell   chan notice
	sorted int
}

// New opens the desk; bell says where the officer on duty sits.
func New(bell string) *Desk {
	d := &Desk{In: make(chan Parcel, 10)}
	if bell != "" {
		d.bell = make(chan notice, 10) // BUG: without a bell it stays nil
		go d.ring(bell)
	}
	go d.sort()
	return d
}

func (d *Desk) ring(bell string) {
	for n := range d.bell {
		log.Print(bell, ": ", n.text)
	}
}

func (d *Desk) sort() {
	for p := range d.In {
		d.sorted++
		if p.Duty {
			d.bell <- notice{"dutiable parcel from " + p.From}
		}
		time.Sleep(time.Millisecond)
	}
}
