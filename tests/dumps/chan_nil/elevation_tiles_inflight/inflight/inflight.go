// Package inflight lets one caller work and the others wait for it.
package inflight

import "sync"

type call struct {
	ready chan struct{}
	value []byte
}

type Group struct {
	mu    sync.Mutex
	calls map[string]*call
}

func (g *Group) get(key string) (*call, bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.calls == nil {
		g.calls = make(map[string]*call)
	}
	c, ok := g.calls[key]
	if !ok {
		c = new(call)
		g.calls[key] = c
	}
	return c, ok
}

// Do runs f for the first caller of a key.
func (g *Group) Do(key string, f func() []byte) []byte {
	c, waits := g.get(key)
	if waits {
		<-c.ready
		return c.value
	}
	c.ready = make(chan struct{})
	c.value = f()
	close(c.ready)
	return c.value
}

// Put stores what another node has computed.
func (g *Group) Put(key string, value []byte) {
	c, _ := g.get(key)
	c.value = value
}
