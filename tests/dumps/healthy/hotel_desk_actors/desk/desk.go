// Package desk receives the guests.
package desk

import "gasthof.it/desk/rooms"

type arrival struct {
	guest string
	key   chan int
}

type Desk struct {
	queue chan arrival
	plan  *rooms.Plan
	seen  map[string]int
}

func Open(p *rooms.Plan) *Desk {
	d := &Desk{queue: make(chan arrival, 32), plan: p, seen: map[string]int{}}
	go d.run()
	return d
}

func (d *Desk) run() {
	for a := range d.queue {
		a.key <- d.checkIn(a.guest)
	}
}

func (d *Desk) checkIn(guest string) int {
	if n, ok := d.seen[guest]; ok {
		return n
	}
	n := d.plan.Reserve(guest)
	d.seen[guest] = n
	return n
}

// CheckIn returns the key of a guest.
func (d *Desk) CheckIn(guest string) int {
	a := arrival{guest, make(chan int, 1)}
	d.queue <- a
	return <-a.key
}
