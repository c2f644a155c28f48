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

// Follow hands the positions of a ferry to show until the viewer leaves.
func (b *Board) Follow(ctx context.Context, ferry string, show func([]byte)) error {
	next := make(chan []byte, 8)
	sub, err := b.conn.Subscribe("position."+ferry, func(m *nats.Msg) {
		select {
		case next <- m.Data:
		default: // a slow viewer misses some
		}
	})
	if err != nil {
		return err
	}
	defer sub.Unsubscribe()
	for {
		select {
		case p := <-next:
			show(p)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (b *Board) Viewers() int { return b.conn.NumSubscriptions() }

// Report publishes positions as the ferries move.
func (b *Board) Report(ferries []string, every time.Duration) {
	for metre := 0; ; metre += 3 {
		for _, f := range ferries {
			b.conn.Publish("position."+f, []byte(fmt.Sprint(metre%420)))
		}
		time.Sleep(every)
	}
}
