// Package rooms is the plan of the house.
package rooms

import "time"

type reservation struct {
	guest string
	room  chan int
}

// Plan gives rooms away, one guest after the other.
type Plan struct {
	wanted chan reservation
	next   int
}

func Open() *Plan {
	p := &Plan{wanted: make(chan reservation), next: 100}
	go p.serve()
	return p
}

func (p *Plan) serve() {
	for r := range p.wanted {
		r.room <- p.assign(r.guest)
	}
}

func (p *Plan) assign(guest string) int {
	time.Sleep(70 * time.Millisecond) // the housekeeping's list
	p.next++
	return p.next
}

// Reserve returns the room of a guest.
func (p *Plan) Reserve(guest string) int {
	r := reservation{guest, make(chan int, 1)}
	p.wanted <- r
	return <-r.room
}
