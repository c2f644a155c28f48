// Package tour follows visitors from room to room.
package tour

import "sync"

type Step struct {
	Room    int
	Seconds int
}

type visit struct {
	ticket string
	steps  chan Step
	rooms  map[int]int
}

func (v *visit) collect(sink func(ticket string, rooms map[int]int)) {
	for s := range v.steps {
		v.rooms[s.Room] += s.Seconds
	}
	sink(v.ticket, v.rooms)
}

type Desk struct {
	mu     sync.Mutex
	open   map[string]*visit
	totals map[int]int
}

func NewDesk() *Desk { return &Desk{open: map[string]*visit{}, totals: map[int]int{}} }

func (d *Desk) Begin(ticket string) {
	v := &visit{ticket: ticket, steps: make(chan Step, 8), rooms: map[int]int{}}
	d.mu.Lock()
	d.open[ticket] = v
	d.mu.Unlock()
	go v.collect(d.add)
}

func (d *Desk) Step(ticket string, s Step) bool {
	d.mu.Lock()
	v, ok := d.open[ticket]
	d.mu.Unlock()
	if ok {
		v.steps <- s
	}
	return ok
}

// End forgets the visit; its device was handed back.
func (d *Desk) End(ticket string) {
	d.mu.Lock()
	delete(d.open, ticket)
	d.mu.Unlock()
}

func (d *Desk) add(_ string, rooms map[int]int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for r, s := range rooms {
		d.totals[r] += s
	}
}
