// Package batcher joins many small writes into few.
package batcher

import "time"

type item struct {
	point Point
	done  chan error
}

type Point struct {
	Sensor string
	Value  float64
}

type Flush func([]Point) error

type Batcher struct {
	in    chan item
	flush Flush
	max   int
	delay time.Duration
}

func Start(max int, delay time.Duration, f Flush) *Batcher {
	b := &Batcher{in: make(chan item, max), flush: f, max: max, delay: delay}
	go b.run()
	return b
}

// Write returns when the batch with the point is stored.
func (b *Batcher) Write(p Point) error {
	it := item{p, make(chan error, 1)}
	b.in <- it
	return <-it.done
}

func (b *Batcher) run() {
	for first := range b.in {
		items := b.collect(first)
		points := make([]Point, len(items))
		for i := range items {
			points[i] = items[i].point
		}
		err := b.flush(points)
		for _, it := range items {
			it.done <- err
		}
	}
}

func (b *Batcher) collect(first item) []item {
	items := []item{first}
	t := time.NewTimer(b.delay)
	defer t.Stop()
	for len(items) < b.max {
		select {
		case it := <-b.in:
			items = append(items, it)
		case <-t.C:
			return items
		}
	}
	return items
}
