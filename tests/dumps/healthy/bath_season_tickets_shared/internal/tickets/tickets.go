// Package tickets reads the issuer's keys.
//
// keyfunc.NewDefault of github.com/MicahParks/keyfunc starts a goroutine that fetches the keys again each hour; one is
// made for the gate, and all visitors share it.
package tickets

import (
	"context"

	"github.com/MicahParks/keyfunc/v3"
)

// Gate checks tickets.
type Gate struct{ keys keyfunc.Keyfunc }

// New returns the gate for the issuer's tickets.
func New(issuer string) (*Gate, error) {
	keys, err := keyfunc.NewDefault([]string{issuer})
	return &Gate{keys}, err
}

// Check returns whether there are keys for a ticket.
func (g *Gate) Check(ctx context.Context) error {
	_, err := g.keys.Storage().KeyReadAll(ctx)
	return err
}
