// Package outbox: handlers append under a lock, one goroutine sends and is notified by a Cond.
package outbox

import (
	"sync"
	"time"
)

type Box struct {
	mu    sync.Mutex
	more  *sync.Cond
	items []int
}

func New() *Box {
	b := &Box{}
	b.more = sync.NewCond(&b.mu)
	for i := 0; i < 8; i++ {
		go b.sender()
	}
	return b
}

func (b *Box) sender() {
	for {
		b.mu.Lock()
		for len(b.items) == 0 {
			b.more.Wait()
		}
		b.items = b.items[1:]
		b.mu.Unlock()
		time.Sleep(time.Millisecond)
	}
}

func (b *Box) Put(i int) {
	b.mu.Lock()
	b.items = append(b.items, i)
	b.mu.Unlock()
	b.more.Signal()
}
