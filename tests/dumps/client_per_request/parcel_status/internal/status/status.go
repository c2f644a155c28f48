// Package status follows parcels on the hub.
package status

import (
	"context"
	"time"

	"github.com/centrifugal/centrifuge-go"
)

// Board follows parcels on the hub at a URL.
type Board struct{ url string }

// New returns a board of the hub at url.
func New(url string) *Board { return &Board{url} }

// Follow looks for a second whether a parcel moves.
func (b *Board) Follow(ctx context.Context, parcel string) error {
	client := centrifuge.NewJsonClient(b.url, centrifuge.Config{})
	if err := client.Connect(); err != nil {
		return err
	}
	defer client.Disconnect()
	moves, err := client.NewSubscription("parcel:" + parcel)
	if err != nil {
		return err
	}
	if err := moves.Subscribe(); err != nil {
		return err
	}
	select {
	case <-time.After(time.Second):
	case <-ctx.Done():
	}
	return nil
}
