// Package orders asks the warehouse and the price service, and gives up after a while.
package orders

import (
	"errors"
	"sync"
	"time"
)

var ErrTimeout = errors.New("orders: no answer in time")

// Price asks one supplier; the answer of a slow one finds nobody.
func Price(ask func() int, patience time.Duration) (int, error) {
	prices := make(chan int) // BUG: unbuffered, the sender stays when we have given up
	go func() { prices <- ask() }()
	select {
	case price := <-prices:
		return price, nil
	case <-time.After(patience):
		return 0, ErrTimeout
	}
}

// Watcher counts orders until it is stopped.
type Watcher struct {
	mu   sync.Mutex
	seen int
	in   chan string
}

func NewWatcher() *Watcher {
	w := &Watcher{in: make(chan string)}
	go w.run()
	return w
}

func (w *Watcher) run() {
	for range w.in { // BUG: nobody closes in
		w.mu.Lock()
		w.seen++
		w.mu.Unlock()
	}
}

func (w *Watcher) Add(order string) { w.in <- order }

// Refund holds the lock of its ledger over a call that does not return.
type Ledger struct{ mu sync.RWMutex }

func (l *Ledger) Refund(pay func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	pay()
}

func (l *Ledger) Balance() int {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return 0
}
