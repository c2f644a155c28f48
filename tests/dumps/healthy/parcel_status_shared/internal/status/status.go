// Package status follows parcels on the hub.
package status

import (
	"context"
	"time"

	"github.com/centrifugal/centrifuge-go"
)

// Board follows parcels on the hub with one connection.
type Board struct{ client *centrifuge.Client }

// New returns a board of the hub at url.
func New(url string) *Board {
	client := centrifuge.NewJsonClient(url, centrifuge.Config{})
	client.Connect()
	return &Board{client}
}

// Follow looks for a second whether a parcel moves.
func (b *Board) Follow(ctx context.Context, parcel string) error {
	moves, err := b.client.NewSubscription("parcel:" + parcel)
	if err != nil {
		return err
	}
	defer b.client.RemoveSubscription(moves)
	if err := moves.Subscribe(); err != nil {
		return err
	}
	defer moves.Unsubscribe()
	select {
	case <-time.After(time.Second):
	case <-ctx.Done():
	}
	return nil
}
