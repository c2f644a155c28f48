package rooms

import "sync"

type Member interface{ Deliver(string) }

type event struct {
	join, leave Member
	text        string
}

type Room struct {
	title  string
	events chan event

	mu      sync.Mutex
	members map[Member]struct{}
	joined  int
}

func Open(title string) *Room {
	r := &Room{title: title, events: make(chan event), members: map[Member]struct{}{}}
	go r.loop()
	return r
}

func (r *Room) loop() {
	for e := range r.events {
		r.apply(e)
	}
}

func (r *Room) apply(e event) {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case e.join != nil:
		r.members[e.join] = struct{}{}
	case e.leave != nil:
		delete(r.members, e.leave)
	default:
		for m := range r.members {
			m.Deliver(e.text)
		}
	}
}

// Join counts and announces under the lock, so that the numbers of two guests are never mixed up.
func (r *Room) Join(m Member) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.joined++
	r.events <- event{join: m}
	r.events <- event{text: "welcome"}
}

func (r *Room) Leave(m Member)  { r.events <- event{leave: m} }
func (r *Room) Say(text string) { r.events <- event{text: text} }

func (r *Room) Size() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.members)
}
