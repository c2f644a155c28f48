package actor

import "sync"

type Actor interface{ Receive(msg any) }

type process struct {
	mailbox chan any
	impl    Actor
}

func (p *process) loop(wg *sync.WaitGroup) {
	defer wg.Done()
	for msg := range p.mailbox {
		p.impl.Receive(msg)
	}
}

type System struct {
	mu    sync.RWMutex
	procs map[string]*process
	wg    sync.WaitGroup
}

func NewSystem() *System { return &System{procs: make(map[string]*process)} }

func (s *System) Spawn(name string, a Actor) {
	p := &process{mailbox: make(chan any, 64), impl: a}
	s.mu.Lock()
	s.procs[name] = p
	s.mu.Unlock()
	s.wg.Add(1)
	go p.loop(&s.wg)
}

func (s *System) Tell(name string, msg any) bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	p, ok := s.procs[name]
	if ok {
		p.mailbox <- msg
	}
	return ok
}

func (s *System) Shutdown() {
	s.mu.Lock()
	for _, p := range s.procs {
		close(p.mailbox)
	}
	s.mu.Unlock()
	s.wg.Wait()
}
