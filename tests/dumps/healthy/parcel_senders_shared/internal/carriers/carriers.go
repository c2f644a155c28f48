// Package carriers sends messages to the carriers, over AMQP 1.0.
package carriers

import (
	"context"

	"github.com/Azure/go-amqp"
)

// Bus carries messages to the carriers.
type Bus struct{ sender *amqp.Sender }

// Connect returns the bus at addr.
func Connect(addr string) (*Bus, error) {
	conn, err := amqp.Dial(context.Background(), addr, nil)
	if err != nil {
		return nil, err
	}
	session, err := conn.NewSession(context.Background(), nil)
	if err != nil {
		return nil, err
	}
	sender, err := session.NewSender(context.Background(), "/queue/parcels", nil)
	return &Bus{sender}, err
}

// Announce sends the number of a parcel.
func (b *Bus) Announce(ctx context.Context, parcel string) error {
	return b.sender.Send(ctx, amqp.NewMessage([]byte(parcel)), nil)
}
