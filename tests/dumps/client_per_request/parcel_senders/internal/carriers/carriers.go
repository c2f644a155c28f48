// Package carriers sends messages to the carriers, over AMQP 1.0.
package carriers

import (
	"context"

	"github.com/Azure/go-amqp"
)

// Bus carries messages to the carriers.
type Bus struct{ session *amqp.Session }

// Connect returns the bus at addr.
func Connect(addr string) (*Bus, error) {
	conn, err := amqp.Dial(context.Background(), addr, nil)
	if err != nil {
		return nil, err
	}
	session, err := conn.NewSession(context.Background(), nil)
	return &Bus{session}, err
}

// Announce sends the number of a parcel.
func (b *Bus) Announce(ctx context.Context, parcel string) error {
	sender, err := b.session.NewSender(ctx, "/queue/parcels", nil)
	if err != nil {
		return err
	}
	return sender.Send(ctx, amqp.NewMessage([]byte(parcel)), nil)
}
