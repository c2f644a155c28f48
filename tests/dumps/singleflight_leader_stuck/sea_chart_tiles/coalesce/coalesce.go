// Package coalesce lets equal loads run once.
package coalesce

import "sync"

type load struct {
	wg  sync.WaitGroup
	val interface{}
	err error
}

type Group struct {
	mu      sync.Mutex
	running map[string]*load
}

// Do returns what fn returned, for all callers who came while it ran.
func (g *Group) Do(key string, fn func() (interface{}, error)) (interface{}, error) {
	g.mu.Lock()
	if g.running == nil {
		g.running = make(map[string]*load)
	}
	if l, ok := g.running[key]; ok {
		g.mu.Unlock()
		l.wg.Wait()
		return l.val, l.err
	}
	l := new(load)
	l.wg.Add(1)
	g.running[key] = l
	g.mu.Unlock()

	l.val, l.err = fn()
	l.wg.Done()

	g.mu.Lock()
	delete(g.running, key)
	g.mu.Unlock()
	return l.val, l.err
}
