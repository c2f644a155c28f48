// Package mail sends letters in batches.
package mail

import (
	"bytes"
	"sync"
	"time"
)

// Letter is to one customer.
type Letter struct{ To, Text string }

// Sender collects letters until there are enough or some time has passed.
type Sender struct {
	in    chan Letter
	flush chan chan int
	done  sync.WaitGroup
	sent  int
}

// NewSender starts the collector.
func NewSender() *Sender {
	s := &Sender{in: make(chan Letter, 64), flush: make(chan chan int)}
	s.done.Add(1)
	go s.collect(20, time.Minute)
	return s
}

func (s *Sender) collect(most int, longest time.Duration) {
	defer s.done.Done()
	var batch []Letter
	timer := time.NewTimer(longest)
	for {
		select {
		case l, ok := <-s.in:
			if !ok {
				return
			}
			if batch = append(batch, l); len(batch) >= most {
				batch = s.send(batch)
			}
		case <-timer.C:
			batch = s.send(batch)
			timer.Reset(longest)
		case reply := <-s.flush:
			batch = s.send(batch)
			reply <- s.sent
		}
	}
}

func (s *Sender) send(batch []Letter) []Letter {
	var b bytes.Buffer
	for _, l := range batch {
		b.WriteString(l.Text)
	}
	s.sent += len(batch)
	return batch[:0]
}

// Send queues a letter.
func (s *Sender) Send(l Letter) { s.in <- l }

// Close sends what is left.
func (s *Sender) Close() {
	close(s.in)
	s.done.Wait()
}
