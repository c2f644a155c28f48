// Package batch: requests wait until the next flush writes them all at once.
package batch

import "time"

type entry struct {
	value string
	done  chan error
}

type Writer struct{ in chan entry }

func New(every time.Duration) *Writer {
	w := &Writer{in: make(chan entry)}
	go w.loop(every)
	return w
}

func (w *Writer) loop(every time.Duration) {
	tick := time.NewTicker(every)
	var pending []entry
	for {
		select {
		case e := <-w.in:
			pending = append(pending, e)
		case <-tick.C:
			time.Sleep(50 * time.Millisecond)
			for _, e := range pending {
				e.done <- nil
			}
			pending = nil
		}
	}
}

func (w *Writer) Put(value string) error {
	e := entry{value, make(chan error, 1)}
	w.in <- e
	return <-e.done
}
