// Package queue gives the events of a job to those who follow it.
package queue

// Event is a weighing ticket or a change of the job's state.
type Event struct {
	Job   string
	Tons  float64
	Final bool
}

// Reader follows one job.
type Reader struct {
	C      chan Event
	broker *broker
}

// Close stops following.
func (r *Reader) Close() {
	r.broker.unregister <- r
}

type broker struct {
	register, unregister chan *Reader
	events               chan Event
}

func newBroker() *broker {
	b := &broker{register: make(chan *Reader), unregister: make(chan *Reader), events: make(chan Event)}
	go b.dispatch()
	return b
}

func (b *broker) dispatch() {
	readers := map[*Reader]struct{}{}
	for {
		select {
		case r := <-b.register:
			readers[r] = struct{}{}
		case r := <-b.unregister:
			delete(readers, r)
		case e := <-b.events:
			for r := range readers {
				r.C <- e
			}
		}
	}
}
