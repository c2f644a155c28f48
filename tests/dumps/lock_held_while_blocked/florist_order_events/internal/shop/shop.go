// Package shop publishes customers and orders.
//
// The address book never answers, and its client has no timeout: its handler, which is transactional, keeps that
// handler's lock. Publish of this old github.com/asaskevich/EventBus holds the bus's lock while it waits for the lock
// of a transactional handler: the second customer stops the whole bus.
// https://github.com/asaskevich/EventBus/pull/41
package shop

import (
	"fmt"
	"io"
	"net/http"

	EventBus "github.com/asaskevich/EventBus"
)

// Service answers the requests.
type Service struct {
	bus  EventBus.Bus
	book string
}

// New returns the service of the address book at that URL.
func New(book string) (*Service, error) {
	s := &Service{bus: EventBus.New(), book: book}
	if err := s.bus.SubscribeAsync("customer:new", s.enter, true); err != nil {
		return nil, err
	}
	return s, s.bus.Subscribe("order:new", func(id string) {})
}

// enter adds a customer to the address book.
func (s *Service) enter(id string) {
	resp, err := http.Post(s.book+"/customers/"+id, "text/plain", nil)
	if err != nil {
		return
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

// Customer takes a new customer.
func (s *Service) Customer(w http.ResponseWriter, r *http.Request) {
	s.bus.Publish("customer:new", r.FormValue("id"))
	fmt.Fprintln(w, "welcome")
}

// Order takes an order.
func (s *Service) Order(w http.ResponseWriter, r *http.Request) {
	s.bus.Publish("order:new", r.FormValue("id"))
	fmt.Fprintln(w, "ordered")
}
