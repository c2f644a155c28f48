// Package orders keeps a state machine for each order.
//
// In github.com/looplab/fsm 0.3.0 Event holds a lock while it calls the callbacks, and one of them fires the next event.
// https://github.com/looplab/fsm/issues/36
package orders

import (
	"fmt"
	"net/http"
	"sync"

	"github.com/looplab/fsm"
)

// Service answers the requests.
type Service struct {
	mu   sync.Mutex
	book map[string]*order
}

// New returns the service.
func New() (*Service, error) { return &Service{book: map[string]*order{}}, nil }

type order struct{ machine *fsm.FSM }

func newOrder() *order {
	o := &order{}
	o.machine = fsm.NewFSM("new",
		fsm.Events{
			{Name: "pay", Src: []string{"new"}, Dst: "paid"},
			{Name: "ship", Src: []string{"paid"}, Dst: "shipped"},
		},
		fsm.Callbacks{"enter_paid": o.onPaid},
	)
	return o
}

// onPaid ships digital goods at once.
func (o *order) onPaid(e *fsm.Event) { _ = o.machine.Event("ship") }

func (s *Service) order(id string) *order {
	s.mu.Lock()
	defer s.mu.Unlock()
	o, known := s.book[id]
	if !known {
		o = newOrder()
		s.book[id] = o
	}
	return o
}

// Routes adds the service's paths to mux.
func (s *Service) Routes(mux *http.ServeMux) {
	mux.HandleFunc("/order/pay", func(w http.ResponseWriter, r *http.Request) {
		if err := s.order(r.FormValue("id")).machine.Event("pay"); err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
			return
		}
		fmt.Fprintln(w, "paid")
	})
}
