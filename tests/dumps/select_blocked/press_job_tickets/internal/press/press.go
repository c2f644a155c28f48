// Package press passes job tickets over an in-process bus.
//
// Tickets of rush jobs are passed on and never acknowledged. The delivery of each message of
// github.com/ThreeDotsLabs/watermill's gochannel waits in a select for its Ack or Nack, and has no limit of time.
// https://github.com/ThreeDotsLabs/watermill/issues/275
package press

import (
	"context"
	"sync/atomic"

	"github.com/ThreeDotsLabs/watermill"
	"github.com/ThreeDotsLabs/watermill/message"
	"github.com/ThreeDotsLabs/watermill/pubsub/gochannel"
)

// Press prints what is ordered.
type Press struct {
	bus     *gochannel.GoChannel
	printed int64
}

// New returns a press at work.
func New() (*Press, error) {
	p := &Press{bus: gochannel.NewGoChannel(gochannel.Config{OutputChannelBuffer: 8}, watermill.NopLogger{})}
	in, err := p.bus.Subscribe(context.Background(), "tickets")
	if err == nil {
		go p.operate(in)
	}
	return p, err
}

func (p *Press) operate(in <-chan *message.Message) {
	for m := range in {
		atomic.AddInt64(&p.printed, 1)
		if string(m.Payload) == "rush" {
			continue
		}
		m.Ack()
	}
}

// Order passes a ticket to the press.
func (p *Press) Order(kind string) error {
	return p.bus.Publish("tickets", message.NewMessage(watermill.NewUUID(), []byte(kind)))
}
