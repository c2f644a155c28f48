// Package tunnel keeps connections to machines.
package tunnel

import (
	"container/list"
	"net"
	"sync"
	"time"
)

// Pool has at most size tunnels; the one that was not used for the longest time goes first.
type Pool struct {
	size    int
	address func(machine string) string

	mu      sync.Mutex
	tunnels map[string]*list.Element
	recent  *list.List
}

func NewPool(size int, address func(string) string) *Pool {
	return &Pool{size: size, address: address, tunnels: make(map[string]*list.Element), recent: list.New()}
}

// Status asks one machine how it is.
func (p *Pool) Status(machine string) (string, error) {
	t, err := p.tunnel(machine)
	if err != nil {
		return "", err
	}
	return t.ask("status")
}

func (p *Pool) tunnel(machine string) (*Tunnel, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if e, ok := p.tunnels[machine]; ok {
		p.recent.MoveToFront(e)
		return e.Value.(*Tunnel), nil
	}
	conn, err := net.DialTimeout("tcp", p.address(machine), 2*time.Second)
	if err != nil {
		return nil, err
	}
	t := newTunnel(machine, conn, p.forget)
	p.tunnels[machine] = p.recent.PushFront(t)
	for p.recent.Len() > p.size {
		p.recent.Back().Value.(*Tunnel).Close()
	}
	return t, nil
}

// forget is called by a tunnel that closes.
func (p *Pool) forget(machine string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if e, ok := p.tunnels[machine]; ok {
		p.recent.Remove(e)
		delete(p.tunnels, machine)
	}
}

// Watch closes tunnels that nobody used for a while.
func (p *Pool) Watch(every time.Duration) {
	for now := range time.Tick(every) {
		for _, t := range p.old(now.Add(-10 * every)) {
			t.Close()
		}
	}
}

func (p *Pool) old(before time.Time) []*Tunnel {
	p.mu.Lock()
	defer p.mu.Unlock()
	var old []*Tunnel
	for e := p.recent.Back(); e != nil; e = e.Prev() {
		if t := e.Value.(*Tunnel); t.usedBefore(before) {
			old = append(old, t)
		}
	}
	return old
}
