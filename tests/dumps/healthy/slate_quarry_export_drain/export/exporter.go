// Package export turns cut slates into rows for the customs office.
package export

import (
	"fmt"
	"sync"
)

// Slate is one that was cut.
type Slate struct {
	No, Millimetres int
}

// Exporter has workers that write rows to whoever reads Rows.
type Exporter struct {
	slates  chan Slate
	rows    chan string
	workers sync.WaitGroup
}

// Start starts n workers.
func Start(n int) *Exporter {
	e := &Exporter{slates: make(chan Slate, 64), rows: make(chan string)}
	for i := 0; i < n; i++ {
		e.workers.Add(1)
		go e.work()
	}
	return e
}

func (e *Exporter) work() {
	defer e.workers.Done()
	for s := range e.slates {
		e.rows <- fmt.Sprintf("%d;%d", s.No, s.Millimetres)
	}
}

// Rows ends after Stop.
func (e *Exporter) Rows() <-chan string { return e.rows }

// Cut queues a slate.
func (e *Exporter) Cut(s Slate) { e.slates <- s }

// Stop lets the workers finish what is queued and ends Rows.
func (e *Exporter) Stop() {
	close(e.slates)
	e.workers.Wait()
	close(e.rows)
}
