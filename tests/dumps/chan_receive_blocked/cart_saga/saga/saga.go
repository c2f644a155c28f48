package saga

import "sync"

type state func(*Saga) state

type Saga struct {
	cart string
	paid chan bool
	log  []string
}

type Orchestrator struct {
	mu    sync.Mutex
	sagas map[string]*Saga
}

func NewOrchestrator() *Orchestrator { return &Orchestrator{sagas: map[string]*Saga{}} }

// Begin starts the saga of a cart; a cart that begins again gets a new one.
func (o *Orchestrator) Begin(cart string) {
	s := &Saga{cart: cart, paid: make(chan bool)}
	o.mu.Lock()
	o.sagas[cart] = s
	o.mu.Unlock()
	go s.execute(reserve)
}

func (o *Orchestrator) Paid(cart string) {
	o.mu.Lock()
	s := o.sagas[cart]
	delete(o.sagas, cart)
	o.mu.Unlock()
	if s != nil {
		s.paid <- true
	}
}

func (s *Saga) execute(st state) {
	for st != nil {
		st = st(s)
	}
}

func reserve(s *Saga) state {
	s.log = append(s.log, "reserved")
	return awaitPayment
}

func awaitPayment(s *Saga) state {
	if <-s.paid {
		return ship
	}
	return nil
}

func ship(s *Saga) state { return nil }
