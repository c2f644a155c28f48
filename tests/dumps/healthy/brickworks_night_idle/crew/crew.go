// Package crew is who works at night: they wait for a call, in a hut.
package crew

import "sync"

// Hut is where they wait.
type Hut struct {
	mu     sync.Mutex
	called sync.Cond
	calls  []func()
	closed bool
	inside sync.WaitGroup
}

// Open lets n workers in.
func Open(n int) *Hut {
	h := &Hut{}
	h.called.L = &h.mu
	for i := 0; i < n; i++ {
		h.inside.Add(1)
		go h.work()
	}
	return h
}

func (h *Hut) work() {
	defer h.inside.Done()
	for {
		h.mu.Lock()
		for len(h.calls) == 0 && !h.closed {
			h.called.Wait()
		}
		if h.closed {
			h.mu.Unlock()
			return
		}
		f := h.calls[0]
		h.calls = h.calls[1:]
		h.mu.Unlock()
		f()
	}
}

// Call calls one of them.
func (h *Hut) Call(f func()) {
	h.mu.Lock()
	h.calls = append(h.calls, f)
	h.mu.Unlock()
	h.called.Signal()
}

// Morning returns when all have left.
func (h *Hut) Morning() { h.inside.Wait() }

// Close sends them home.
func (h *Hut) Close() {
	h.mu.Lock()
	h.closed = true
	h.mu.Unlock()
	h.called.Broadcast()
	h.inside.Wait()
}
