// Package stage chains steps of work; a step ends when the one before it has ended.
package stage

import "sync"

type Wheel struct {
	ID   int
	Salt float64
	Days int
}

type Step func(*Wheel)

type Line struct {
	in   chan *Wheel
	done []*sync.WaitGroup
	out  chan *Wheel
}

func NewLine(buffer int, workers int, steps ...Step) *Line {
	l := &Line{in: make(chan *Wheel, buffer)}
	from := l.in
	for _, s := range steps {
		to := make(chan *Wheel, buffer)
		l.done = append(l.done, spawn(workers, s, from, to))
		from = to
	}
	l.out = from
	return l
}

func spawn(n int, s Step, from <-chan *Wheel, to chan<- *Wheel) *sync.WaitGroup {
	wg := new(sync.WaitGroup)
	wg.Add(n)
	for i := 0; i < n; i++ {
		go func() {
			defer wg.Done()
			for w := range from {
				s(w)
				to <- w
			}
		}()
	}
	go func() {
		wg.Wait()
		close(to)
	}()
	return wg
}

func (l *Line) Put(w *Wheel)       { l.in <- w }
func (l *Line) Out() <-chan *Wheel { return l.out }

// Drain lets no more in and returns when all that is in has come out.
func (l *Line) Drain() {
	close(l.in)
	for _, wg := range l.done {
		wg.Wait()
	}
}
