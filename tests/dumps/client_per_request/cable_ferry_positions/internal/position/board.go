// Package position knows where each ferry is.
package position

import (
	"context"
	"fmt"
	"time"

	"github.com/nats-io/nats.go"
)

// Board hears the reports of all ferries over one connection.
type Board struct{ conn *nats.Conn }

func Connect(url string) (*Board, error) {
	conn, err := nats.Connect(url, nats.Name("ferries"), nats.MaxReconnects(-1))
	if err != nil {
		return nil, err
	}
	return &Board{conn}, nil
}

// Now returns the next position that a ferry reports.
func (b *Board) Now(ctx context.Context, ferry string) ([]byte, error) {
	next := make(chan []byte, 1)
	// Each subscription has its goroutine.
	_, err := b.conn.Subscribe("position."+ferry, func(m *nats.Msg) {
		select {
		case next <- m.Data:
		default:
		}
	})
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	select {
	case p := <-next:
		return p, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (b *Board) Subscriptions() int { return b.conn.NumSubscriptions() }

// Report publishes positions as the ferries move.
func (b *Board) Report(ferries []string, every time.Duration) {
	for metre := 0; ; metre += 3 {
		for _, f := range ferries {
			b.conn.Publish("position."+f, []byte(fmt.Sprint(metre%420)))
		}
		time.Sleep(every)
	}
}
