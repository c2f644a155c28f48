package numbering

import "fmt"

// Sequence hands out invoice numbers without gaps.
type Sequence struct {
	next chan int
	back chan int
	stop chan struct{}
}

func New(first int) *Sequence {
	s := &Sequence{next: make(chan int), back: make(chan int), stop: make(chan struct{})}
	go s.run(first)
	return s
}

func (s *Sequence) run(n int) {
	for {
		select {
		case s.next <- n:
			n++
		case n = <-s.back:
		case <-s.stop:
			return
		}
	}
}

func (s *Sequence) Next() string { return fmt.Sprintf("INV-%05d", <-s.next) }
func (s *Sequence) Return(n int) { s.back <- n }
func (s *Sequence) Close()       { close(s.stop) }
