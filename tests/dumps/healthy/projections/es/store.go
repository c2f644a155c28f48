package es

import "sync"

type Event struct {
	Stream string
	Seq    int64
	Amount int64
}

type Projection interface{ Apply(Event) }

type Store struct {
	mu     sync.Mutex
	cond   *sync.Cond
	events []Event
}

func NewStore() *Store {
	s := &Store{}
	s.cond = sync.NewCond(&s.mu)
	return s
}

func (s *Store) Append(e Event) {
	s.mu.Lock()
	e.Seq = int64(len(s.events))
	s.events = append(s.events, e)
	s.mu.Unlock()
	s.cond.Broadcast()
}

func (s *Store) after(seq int) Event {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.events) <= seq {
		s.cond.Wait()
	}
	return s.events[seq]
}

// Project feeds p with all events, the old ones first.
func Project[P Projection](s *Store, p P) {
	ch := make(chan Event)
	go func() {
		for seq := 0; ; seq++ {
			ch <- s.after(seq)
		}
	}()
	go func() {
		for e := range ch {
			p.Apply(e)
		}
	}()
}
