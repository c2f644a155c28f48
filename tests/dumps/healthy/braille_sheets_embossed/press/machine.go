// Package press turns the pages of a book into sheets of dots: several printers work ahead, and the
// sheets come out in order.
package press

import "context"

// Machine has so many printers for each book.
type Machine struct{ Printers int }

// Run starts the printers; they stop when the book or the reader is done.
func (m Machine) Run(ctx context.Context, title string) <-chan *Sheet {
	order := make(chan *Sheet, m.Printers)
	work := make(chan *Sheet)
	for i := 0; i < m.Printers; i++ {
		go func() {
			for s := range work {
				s.print(ctx)
			}
		}()
	}
	go feed(ctx, title, work, order)
	return order
}

// feed hands the pages to the printers, and in their order to the reader.
func feed(ctx context.Context, title string, work, order chan<- *Sheet) {
	defer close(order)
	defer close(work)
	for page := 1; page <= 90000; page++ {
		s := &Sheet{title: title, page: page, out: make(chan []byte)}
		select {
		case work <- s:
		case <-ctx.Done():
			return
		}
		select {
		case order <- s:
		case <-ctx.Done():
			return
		}
	}
}
