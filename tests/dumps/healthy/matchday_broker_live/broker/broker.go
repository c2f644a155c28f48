package broker

// Event of a match.
type Event struct {
	Match  string
	Minute int
	Text   string
}

// Sub is one listener.
type Sub struct {
	Match  string
	Events chan Event
}

type Broker struct {
	join, leave chan *Sub
	events      chan Event
}

func Start() *Broker {
	b := &Broker{join: make(chan *Sub), leave: make(chan *Sub), events: make(chan Event)}
	go b.run()
	return b
}

func (b *Broker) run() {
	subs := make(map[*Sub]struct{})
	for {
		select {
		case s := <-b.join:
			subs[s] = struct{}{}
		case s := <-b.leave:
			delete(subs, s)
			close(s.Events)
		case e := <-b.events:
			for s := range subs {
				if s.Match == e.Match {
					select {
					case s.Events <- e:
					default: // a slow phone misses this one
					}
				}
			}
		}
	}
}

func (b *Broker) Subscribe(match string) *Sub {
	s := &Sub{Match: match, Events: make(chan Event, 2)}
	b.join <- s
	return s
}

func (b *Broker) Unsubscribe(s *Sub) { b.leave <- s }

func (b *Broker) Publish(e Event) { b.events <- e }
