package cart

import (
	"log"

	"storefront/internal/actor"
)

type (
	AddItem  struct{ SKU string }
	Checkout struct{ Paid chan<- int }
)

type Session struct {
	ID    string
	items []string
}

func (s *Session) Receive(self *actor.Ref, msg any) {
	switch m := msg.(type) {
	case AddItem:
		s.items = append(s.items, m.SKU)
	case Checkout:
		m.Paid <- len(s.items)
		s.finish(self)
	}
}

func (s *Session) finish(self *actor.Ref) {
	self.Stop()
	log.Printf("session %s closed with %d items", s.ID, len(s.items))
}
