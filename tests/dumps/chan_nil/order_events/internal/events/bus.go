// Package events hands events to the message broker.
package events

import "log"

// Event is something that happened to an order.
type Event struct{ Kind, Order string }

// Bus is safe for concurrent use.
type Bus struct {
	url    string
	out    chan Event
	follow chan Event
}

// Connect returns a bus; without a URL events are only wanted in production.
func Connect(url string) *Bus {
	b := &Bus{url: url}
	if url == "" {
		log.Print("events: no broker configured")
		return b // BUG: the channels are made below, so here they stay nil
	}
	b.out, b.follow = make(chan Event, 64), make(chan Event)
	go b.forward()
	return b
}

func (b *Bus) forward() {
	for e := range b.out {
		select {
		case b.follow <- e:
		default:
		}
	}
}

// Publish queues an event.
func (b *Bus) Publish(e Event) { b.out <- e }

// Next is the next event that passes.
func (b *Bus) Next() Event { return <-b.follow }
