package timer

import (
	"sync"
	"time"
)

type Timer struct {
	mu   sync.Mutex
	cond *sync.Cond
	done bool
	stop chan struct{}
}

func New() *Timer {
	t := &Timer{stop: make(chan struct{})}
	t.cond = sync.NewCond(&t.mu)
	return t
}

func (t *Timer) Start(d time.Duration) {
	go func() {
		select {
		case <-time.After(d):
			t.mu.Lock()
			t.done = true
			t.mu.Unlock()
			t.cond.Broadcast()
		case <-t.stop:
		}
	}()
}

func (t *Timer) Stop() { close(t.stop) }

func (t *Timer) Wait() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for !t.done {
		t.cond.Wait()
	}
}
