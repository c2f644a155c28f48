// Package quote asks couriers for a price.
package quote

import (
	"errors"
	"sync"
	"time"
)

var ErrTimeout = errors.New("quote: no answer in time")

type Desk struct {
	mu      sync.Mutex
	printer Queue[string]
}

// Queue hands out what was put in.
type Queue[T any] struct {
	ready *sync.Cond
	items []T
}

func NewDesk() *Desk {
	d := &Desk{}
	d.printer.ready = sync.NewCond(&d.mu)
	return d
}

// Ask starts a courier's request and does not wait for slow ones.
func (d *Desk) Ask(patience time.Duration) (int, error) {
	answer := make(chan int) // BUG: unbuffered, nobody receives after the time-out
	go func() {
		time.Sleep(2 * patience)
		answer <- 42
	}()
	select {
	case price := <-answer:
		return price, nil
	case <-time.After(patience):
		return 0, ErrTimeout
	}
}

// Take waits for an item.
func (q *Queue[T]) Take() T {
	for len(q.items) == 0 {
		q.ready.Wait()
	}
	item := q.items[0]
	q.items = q.items[1:]
	return item
}

// Print waits for a label to print.
func (d *Desk) Print() {
	d.mu.Lock()
	defer d.mu.Unlock()
	_ = d.printer.Take()
}
